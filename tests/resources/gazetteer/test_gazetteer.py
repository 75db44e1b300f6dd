"""The compiled gazetteer: look-ups, containment, the supplement."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dateline.resources.gazetteer import Feature, Gazetteer, supplement
from dateline.resources.gazetteer.layout import read

GAZETTEER = Gazetteer.open()

FIRST = [
    # name, feature, country, admin1 of the weightiest reading
    ("Syria", Feature.COUNTRY, "SY", ""),
    ("US", Feature.COUNTRY, "US", ""),
    ("U.S.", Feature.COUNTRY, "US", ""),
    ("Burma", Feature.COUNTRY, "MM", ""),
    ("Zaire", Feature.COUNTRY, "CD", ""),
    ("Congo", Feature.COUNTRY, "CD", ""),
    ("Saigon", Feature.CITY, "VN", "Hồ Chí Minh"),
    ("Leningrad", Feature.CITY, "RU", "Saint Petersburg"),
    ("Helmand", Feature.ADMIN1, "AF", ""),
    ("Sahel", Feature.REGION, "", ""),
    ("Gaza Strip", Feature.REGION, "PS", ""),
    ("Baghouz", Feature.CITY, "SY", "Deir ez-Zor"),
    ("Cox's Bazar", Feature.ADMIN2, "BD", ""),
    ("Cox’s Bazar", Feature.ADMIN2, "BD", ""),
    ("الحسكة", Feature.ADMIN1, "SY", ""),
    ("Москва", Feature.CITY, "RU", "Moscow"),
]

AMONG = [
    # name and an id that must be among its readings
    ("Al-Hol", "dateline:al-hol-camp-sy"),
    ("Al-Hol", "geonames:173797"),
    ("el Hol", "geonames:173797"),
    ("Hasaka", "geonames:173811"),
    ("Al-Hasakah", "geonames:173811"),
    ("Hassakeh", "geonames:173811"),
    ("Taji", "dateline:taji-iq"),
    ("Roz", "dateline:al-roj-camp-sy"),
    ("Sina'a Prison", "dateline:ghuwayran-prison-sy"),
]


@pytest.mark.parametrize(("name", "feature", "country", "admin1"), FIRST)
def test_weightiest_reading(name: str, feature: Feature, country: str, admin1: str) -> None:
    best = GAZETTEER.lookup(name)[0].record
    assert (best.feature, best.country) == (feature, country)
    if admin1:
        assert best.admin1 == admin1


@pytest.mark.parametrize(("name", "identifier"), AMONG)
def test_among_readings(name: str, identifier: str) -> None:
    assert identifier in {m.record.id for m in GAZETTEER.lookup(name)}


@pytest.mark.parametrize("name", ["us", "", "-", "qqxzv", "x" * 5000, "\ud800"])
def test_no_reading(name: str) -> None:
    assert all(m.record.country != "US" or m.record.feature is not Feature.COUNTRY for m in GAZETTEER.lookup(name))


@pytest.mark.parametrize(
    ("name", "kind", "identifier"),
    [
        ("Ghuvairan Jail", "prison", "dateline:ghuwayran-prison-sy"),
        ("the Gweiran prison", "prison", "dateline:ghuwayran-prison-sy"),
        ("Kangbayi", "prison", "dateline:kangbayi-central-prison-cd"),
        ("Zaatari refugee camp", "camp", "dateline:zaatari-camp-jo"),
        ("Tora Maximum Security Prison", "prison", "dateline:tora-prison-eg"),
    ],
)
def test_facility_in_other_words(name: str, kind: str, identifier: str) -> None:
    assert GAZETTEER.facility(name, kind)[0].record.id == identifier


def test_a_facility_is_not_found_under_another_class() -> None:
    assert not GAZETTEER.facility("Kangbayi market", "market")


def test_other_spellings_rank_the_likest_first() -> None:
    assert GAZETTEER.alike("Ghuvairan")[0].record.id in {"dateline:ghuwayran-prison-sy", "dateline:ghuwayran-sy"}
    assert all(m.score < 0.9 for m in GAZETTEER.alike("Ghuvairan"))


def test_containment() -> None:
    raqqa = next(m.record for m in GAZETTEER.lookup("Raqqa") if m.record.feature is Feature.CITY)
    syria, iraq = GAZETTEER.country("SY"), GAZETTEER.country("IQ")
    assert syria is not None and iraq is not None
    assert GAZETTEER.contains(syria, raqqa)
    assert not GAZETTEER.contains(iraq, raqqa)
    admin1 = GAZETTEER.admin1_of(raqqa)
    assert admin1 is not None and admin1.name == "Raqqa"
    assert [w.feature for w in GAZETTEER.wider(raqqa)][-1] is Feature.COUNTRY


def test_by_id_and_code() -> None:
    for match in GAZETTEER.lookup("Kabul"):
        assert GAZETTEER.by_id(match.record.id) == match.record
    assert GAZETTEER.by_id("geonames:0") is None
    assert GAZETTEER.by_id("nothing") is None
    kansas = GAZETTEER.subdivision("US-KS")
    assert kansas is not None and kansas.name == "Kansas"


def test_demonyms_point_to_countries() -> None:
    assert GAZETTEER.demonym("Syrian") == "SY"
    assert GAZETTEER.demonym("Salvadoran") == "SV"
    assert GAZETTEER.demonym("Syria") is None


def test_supplement_is_whole() -> None:
    seen = 0
    for path in sorted(supplement.DATA.glob("places-*.yaml")):
        for entry in supplement.entries(path.name):
            lat, lon = entry["at"]
            assert -90 <= lat <= 90 and -180 <= lon <= 180, entry["name"]
            assert 100 <= entry.get("radius_m", 1000) <= 10_000_000, entry["name"]
            assert entry["source"], entry["name"]
            assert any(m.record.lat is not None for m in GAZETTEER.lookup(entry["name"])), entry["name"]
            seen += 1
    assert seen >= 200


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "gazetteer.bin"
    other.write_bytes(b"something else altogether")
    with pytest.raises(ValueError, match="build it again"):
        read(other)


def test_opens_cold_without_reading_it_all() -> None:
    # A process of its own, as the pages of this one are warm. The bounds leave room for a busy machine.
    code = (
        "import time; from dateline.resources.gazetteer import Gazetteer; t = time.process_time();"
        "g = Gazetteer.open(); g.lookup('Raqqa'); t = time.process_time() - t;"
        "print(t, next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmRSS')))"
    )
    seconds, kilobytes = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert float(seconds) < 0.15
    assert int(kilobytes) < 200_000
