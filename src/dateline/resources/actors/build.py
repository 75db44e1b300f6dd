"""Compile the register, the tables of states and the lexicons of roles and outlets to `actors.json`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

from dateline.model.resolution import ActorKind
from dateline.resources.actors.normal import parts
from dateline.resources.actors.words import compiled, counted

DATA = Path(__file__).parent / "data"
_TRANSLITERATED = frozenset({"armed_group", "person", "political"})
_SHORTEST_SKELETON = 5
"""Consonants that all parts of a name must have together before its skeleton counts."""
_KINDS = frozenset(k.value for k in ActorKind)
_FIELDS = frozenset(
    "id name kind countries aliases acronyms short parent predecessor successor from to rivals leads office sources".split()
)


def build(target: Path) -> None:
    """Write `actors.json` into the folder `target`. Raises ValueError for an entry that does not hold together."""
    countries = _countries(DATA / "countries.yaml")
    branches = _load(DATA / "branches.yaml")
    actors = _actors()
    _check(actors, countries, branches)
    digest = hashlib.sha256()
    for path in sorted(DATA.rglob("*.yaml")):
        digest.update(path.read_bytes())
    out = {
        "version": digest.hexdigest()[:12],
        "actors": actors,
        "names": [name for actor in actors for name in _names(actor)],
        "countries": countries,
        "country_terms": _country_terms(countries),
        "branch_terms": [[_folds(term), branch] for branch, v in branches.items() for term in v["terms"]],
        "branches": branches,
        "roles": _roles(),
        "name_words": _name_words(actors),
        "sources": _load(DATA / "sources.yaml"),
        "outlets": _load(DATA / "outlets.yaml"),
    }
    (target / "actors.json").write_text(json.dumps(out, ensure_ascii=False), encoding="utf-8")


def _load(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return data


def _actors() -> list[dict[str, Any]]:
    out = []
    for path in sorted((DATA / "register").glob("*.yaml")):
        table = _load(path)
        for entry in table["actors"]:
            unknown = set(entry) - _FIELDS
            if unknown:
                raise ValueError(f"{path.name}: {entry.get('id')} has unknown fields {sorted(unknown)}")
            record = {"kind": table["kind"], "source": table["source"], **entry}
            for field in ("from", "to", "name", "id"):
                if field in record:
                    record[field] = str(record[field])
            for field in ("aliases", "acronyms", "short"):
                if field in record:
                    record[field] = list(dict.fromkeys(str(a) for a in record[field]))
            out.append(record)
    return out


def _check(actors: list[dict[str, Any]], countries: dict[str, Any], branches: dict[str, Any]) -> None:
    ids = [a["id"] for a in actors]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    if twice:
        raise ValueError(f"actors: ids used twice: {twice}")
    made = {f"{code.lower()}-{branch}" for code in countries for branch in branches}
    known = set(ids) | made
    sources = set(_load(DATA / "sources.yaml"))
    for actor in actors:
        if actor["kind"] not in _KINDS:
            raise ValueError(f"actors: {actor['id']} has unknown kind {actor['kind']!r}")
        if strange := {actor["source"], *actor.get("sources", {}).values()} - sources:
            raise ValueError(f"actors: {actor['id']} has names of unknown sources {sorted(strange)}")
        if strange := set(actor.get("sources", ())) - {actor["name"], *actor.get("aliases", ()), *actor.get("acronyms", ())}:
            raise ValueError(f"actors: {actor['id']} tells the source of names it has not: {sorted(strange)}")
        if strange := set(actor.get("countries", [])) - set(countries):
            raise ValueError(f"actors: {actor['id']} names unknown countries {sorted(strange)}")
        links = [actor.get(f) for f in ("parent", "predecessor", "successor", "leads")] + list(actor.get("rivals", []))
        if missing := [x for x in links if x and x not in known]:
            raise ValueError(f"actors: {actor['id']} names unknown actors {missing}")


def _name_words(actors: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the words of bodies' names, weighed by how many bodies have each."""
    table = compiled(_load(DATA / "name_words.yaml"))
    bodies = [[a["name"], *a.get("aliases", ())] for a in actors if a["kind"] != "person"]
    return counted(table, bodies)


def _countries(path: Path) -> dict[str, dict[str, Any]]:
    out = {}
    for code, line in _load(path).items():
        fields = [f.strip() for f in f"{line}||||".split("|")]
        lists = [[x.strip() for x in f.split(",") if x.strip()] for f in fields[:5]]
        name, adjectives, also, capital, people = lists
        out[code] = {"name": name[0], "adjectives": adjectives, "also": also, "capital": capital, "people": people}
    return out


def _names(actor: dict[str, Any]) -> list[list[Any]]:
    """Return the rows of the name index: id, mode, letters, folds, skeletons (none if they do not count), capitals."""
    own = actor["name"]
    # A name told apart by what stands in brackets ("National Liberation Army (Colombia)") is never written so.
    full = [*([] if "(" in own else [own]), *actor.get("aliases", ())]
    out = []
    for mode, names in (("name", full), ("acronym", actor.get("acronyms", ())), ("short", actor.get("short", ()))):
        for name in dict.fromkeys(names):
            found = parts(name)
            if not found:
                continue
            keys = [p.skeleton for p in found]
            long = len(found) > 1 or name.lower().startswith(("al-", "al "))
            enough = sum(map(len, keys)) >= _SHORTEST_SKELETON or (len(keys) == 1 and len(keys[0]) >= 3)
            counts = mode == "name" and actor["kind"] in _TRANSLITERATED and long and all(keys) and enough
            written = "".join(c for c in name if c.isalnum())
            capitals = [int(p.upper) for p in found]
            out.append([actor["id"], mode, written, [p.fold for p in found], keys if counts else [], capitals])
    return out


def _folds(term: str) -> list[str]:
    return [p.fold for p in parts(term)]


def _country_terms(countries: dict[str, dict[str, Any]]) -> list[list[Any]]:
    """Return rows of folds, country, form and the letters that must stand there exactly (of names in capitals)."""
    out: dict[tuple[str, ...], list[Any]] = {}
    for code, country in countries.items():
        forms = (("name", [country["name"], *country["also"]]), ("adjective", country["adjectives"]),
                 ("people", country["people"]), ("capital", country["capital"]))  # fmt: skip
        for form, terms in forms:
            for term in terms:
                written = term.replace(".", "")
                exact = written if written.isupper() else ""
                out.setdefault((code, form, exact, *_folds(term)), [_folds(term), code, form, exact])
    return list(out.values())


def _roles() -> dict[str, Any]:
    raw = _load(DATA / "roles.yaml")
    nouns: dict[str, list[Any]] = {}
    blocks: list[dict[str, Any]] = []
    for block in raw["blocks"]:
        if block["kind"] not in _KINDS:
            raise ValueError(f"roles: unknown kind {block['kind']!r}")
        index = len(blocks)
        blocks.append({k: v for k, v in block.items() if k != "nouns"})
        for noun in block["nouns"]:
            singular, _, plural = str(noun).partition("/")
            nouns.setdefault(singular.lower(), [index, singular.lower(), singular == plural])
            nouns.setdefault((plural or plural_of(singular)).lower(), [index, singular.lower(), True])
    return {**{k: v for k, v in raw.items() if k != "blocks"}, "blocks": blocks, "nouns": nouns}


def plural_of(noun: str) -> str:
    """Return the regular plural of a noun or of a phrase that ends in one."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    return noun + "s"
