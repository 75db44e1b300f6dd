"""What every test may ask for. With CI=true nothing may be skipped, and the development data must be there."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from dateline.resources.build import build_all

ROOT = Path(__file__).parent.parent
IN_CI = os.environ.get("CI") == "true"


def pytest_configure(config: pytest.Config) -> None:
    """Compile what has changed, so that tests always see the data as they stand in the source."""
    if not hasattr(config, "workerinput"):
        build_all()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure in CI: what is not run there is run nowhere."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def development_data() -> Path:
    """Folder of the development data beside the project; skips with a reason where a checkout has none."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        message = f"no development data at {folder}"
        if IN_CI:
            pytest.fail(message)
        pytest.skip(message)
    return folder


@pytest.fixture(scope="session")
def examples() -> Path:
    """Folder of the example reports."""
    return ROOT / "examples" / "reports"
