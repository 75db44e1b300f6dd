from __future__ import annotations

from pathlib import Path

import pytest

from dateline.jobs import identity
from dateline.pipeline import Config


def test_a_run_is_named_by_all_it_depends_on() -> None:
    run = identity.current_run(Config())
    assert run == identity.current_run(Config())
    assert run.id != identity.current_run(Config(languages=("en", "fr"))).id
    assert run.id != identity.current_run(Config(gate=False)).id
    assert "spacy==" in run.resources


def test_code_and_resources_make_the_fingerprint_and_what_is_compiled_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identity, "HOUSE", tmp_path)
    compiled = tmp_path / "resources" / "compiled"
    compiled.mkdir(parents=True)
    seen = set()
    for name, words, changes in (
        ("a.yaml", "one", True),
        ("a.yaml", "two", True),
        ("compiled/a.bin", "large", False),
        ("compiled/a.built", "stamp", True),
        ("__pycache__/a.pyc", "x", False),
    ):
        path = tmp_path / "resources" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(words)
        found = identity.fingerprint.__wrapped__(("resources",))
        assert (found not in seen) is changes, name
        seen.add(found)
