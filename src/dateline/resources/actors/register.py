"""The actor register: who is known, under which names, and what nouns describe an actor."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from dateline.model.resolution import ActorKind
from dateline.resources.actors.model import Actor, Branch, Country, CountryTerm, Hit, Role, RoleNoun
from dateline.resources.actors.name_index import NameIndex
from dateline.resources.actors.names import Names
from dateline.resources.actors.normal import Part, parts
from dateline.resources.actors.signature import acronym
from dateline.resources.actors.trie import PhraseTrie
from dateline.resources.actors.words import NameWords

COMPILED = Path(__file__).parent.parent / "compiled" / "actors.json"
_WHERE = frozenset({"in", "across", "throughout", "inside", "outside", "near", "from", "around", "within"})
_BETWEEN = frozenset(
    "government regime regular special elite federal military armed state national local senior heavy attack combat naval army "
    "police air force ground reconnaissance fighter arab border civil royal security".split()
)
"""Words that may stand between a country and what belongs to it ("Turkish attack helicopters")."""


_RUN_TOGETHER = re.compile(r"[A-Z][a-z]{2,30}")


class ActorRegister:
    """All actors by id, and look-up of their names in tokens."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        """Take the compiled data."""
        self.version: str = raw["version"]
        self.branches = {b: Branch(b, v["name"], ActorKind(v["kind"]), v.get("parent")) for b, v in raw["branches"].items()}
        self.countries = {
            code: Country(code, c["name"], (c["adjectives"] or [c["name"]])[0]) for code, c in raw["countries"].items()
        }
        self._actors = {a["id"]: self._with_parent(_actor(a)) for a in raw["actors"]}
        self._leaders: dict[str, list[Actor]] = {}
        self._successors: dict[str, str] = {}
        for actor in self._actors.values():
            if actor.leads:
                self._leaders.setdefault(actor.leads, []).append(actor)
            if actor.predecessor and actor.leads is None:
                self._successors.setdefault(actor.predecessor, actor.id)
        self.names = Names(raw["names"])
        self._country_terms = PhraseTrie((folds, CountryTerm(*term)) for folds, *term in raw["country_terms"])
        self._branch_terms: PhraseTrie[str] = PhraseTrie(raw["branch_terms"])
        self._roles = _roles(raw["roles"])
        self.role_words: Mapping[str, Any] = {k: v for k, v in raw["roles"].items() if k not in ("blocks", "nouns")}
        self.outlets: Mapping[str, Any] = raw["outlets"]
        self.name_words = NameWords(raw["name_words"])
        self._written: Sequence[Mapping[str, Any]] = raw["actors"]
        self._sources: Mapping[str, str] = raw["sources"]

    def get(self, actor_id: str) -> Actor | None:
        """Return an actor by id; those of the tables of states are made when asked for."""
        found = self._actors.get(actor_id)
        if found is not None:
            return found
        code, _, branch_id = actor_id.partition("-")
        country, branch = self.countries.get(code.upper()), self.branches.get(branch_id)
        if country is None or branch is None:
            return None
        parent = f"{code}-{branch.parent}" if branch.parent else None
        return Actor(actor_id, f"{country.adjective} {branch.name}", branch.kind, (country.code,), parent)

    def _with_parent(self, actor: Actor) -> Actor:
        """Give an actor of the tables that has names of its own the parent that the tables give it."""
        code, _, branch_id = actor.id.partition("-")
        branch = self.branches.get(branch_id)
        if actor.parent is not None or branch is None or branch.parent is None or code.upper() not in self.countries:
            return actor
        return replace(actor, parent=f"{code}-{branch.parent}")

    def __iter__(self) -> Iterator[Actor]:
        """Yield the actors that are written down, without those made from the tables."""
        return iter(self._actors.values())

    def leaders(self, group_id: str) -> Sequence[Actor]:
        """Return the people of a group whom the register knows."""
        return self._leaders.get(group_id, ())

    def successor(self, actor_id: str) -> str | None:
        """Return the actor that came after."""
        actor = self.get(actor_id)
        return (actor.successor if actor else None) or self._successors.get(actor_id)

    def ancestors(self, actor_id: str) -> tuple[str, ...]:
        """Return the actors that this one is part of, nearest first."""
        out: list[str] = []
        actor = self.get(actor_id)
        while actor is not None and actor.parent is not None and actor.parent not in out:
            out.append(actor.parent)
            actor = self.get(actor.parent)
        return tuple(out)

    def rivals(self, left: str, right: str) -> bool:
        """Tell whether two actors are known as rivals."""
        a, b = self.get(left), self.get(right)
        return (a is not None and right in a.rivals) or (b is not None and left in b.rivals)

    def source(self, actor_id: str, name: str) -> str | None:
        """Return where a name of an actor comes from, in words; none for names made from the tables of states."""
        for actor in self._written:
            if actor["id"] == actor_id:
                return self._sources[actor.get("sources", {}).get(name, actor["source"])]
        return None

    @cached_property
    def bodies(self) -> NameIndex:
        """The names of all bodies that are written down, by how alike they are; made when first asked for."""
        index = NameIndex(self.name_words)
        for actor in self._written:
            for name in (actor["name"], *actor.get("aliases", ())) if actor["kind"] != ActorKind.PERSON.value else ():
                if not acronym(name):  # whose initials a name has says little: many share them
                    index.add(name, actor["id"])
        return index

    def country_at(self, tokens: Sequence[Sequence[Part]], texts: Sequence[str], first: int) -> tuple[int, list[CountryTerm]]:
        """Return (last token, terms) of the longest country name at a token, or (first, [])."""
        head = tokens[first]
        if not head or not self._country_terms.starts(head[0].fold):
            return first, []
        folds = [[p.fold for p in t] for t in tokens[first : first + 8]]
        for last, terms in reversed(self._country_terms.matches(folds, 0)):
            right = [t for t in terms if _written(t, texts[first : first + last + 1], head[0])]
            if right:
                return first + last, right
        return first, []

    def state_at(self, tokens: Sequence[Sequence[Part]], texts: Sequence[str], first: int) -> Hit | None:
        """Return the state actor named at a token: a country and what belongs to it ("Syria's army", "US fighter jets")."""
        last, terms = self.country_at(tokens, texts, first)
        terms = [t for t in terms if t.form in ("name", "adjective")]
        if not terms:
            return self._hashtag_at(tokens, texts, first)
        at = last + 1
        if at < len(tokens) and not tokens[at] and texts[at] in ("'s", "’s", "'", "’"):
            at += 1
        elif first > 0 and texts[first - 1].lower() in _WHERE and all(t.form == "name" for t in terms):
            return None  # "In Nigeria police opened fire"
        for start in range(at, min(at + 3, len(tokens))):
            if not tokens[start]:
                return None
            hit = self._branch_at(tokens, start)
            if hit is not None:
                end, branch = hit
                ids = dict.fromkeys(f"{t.code.lower()}-{branch}" for t in terms)
                return Hit(first, end, tuple(ids), "state", terms[0].code if len(ids) == 1 else None)
            if any(p.fold not in _BETWEEN for p in tokens[start]):
                return None
        return None

    def _hashtag_at(self, tokens: Sequence[Sequence[Part]], texts: Sequence[str], first: int) -> Hit | None:
        """Return the state actor whose words a hashtag runs together ("#SyrianRegime forces")."""
        words = _RUN_TOGETHER.findall(texts[first]) if texts[first].isalpha() else []
        if len(words) < 2 or "".join(words) != texts[first]:
            return None
        split = [parts(w) for w in words]
        hit = self.state_at([*split, *tokens[first + 1 : first + 6]], [*words, *texts[first + 1 : first + 6]], 0)
        if hit is None or hit.last < len(words) - 1:
            return None
        return replace(hit, first=first, last=first + hit.last - len(words) + 1)

    def _branch_at(self, tokens: Sequence[Sequence[Part]], first: int) -> tuple[int, str] | None:
        if not self._branch_terms.starts(tokens[first][0].fold):
            return None
        folds = [[p.fold for p in t] for t in tokens[first : first + 8]]
        found = self._branch_terms.matches(folds, 0)
        return (first + found[-1][0], found[-1][1][0]) if found else None

    def role_at(self, lowers: Sequence[str], first: int) -> tuple[int, RoleNoun] | None:
        """Return (last token, noun) of the longest describing noun at a token."""
        if not self._roles.starts(lowers[first]):
            return None
        found = self._roles.matches([(x,) for x in lowers[first : first + 5]], 0)
        return (first + found[-1][0], found[-1][1][0]) if found else None


@lru_cache(maxsize=1)
def load_register() -> ActorRegister:
    """Load the register once a process. Raises FileNotFoundError if the project was not built."""
    return ActorRegister(json.loads(COMPILED.read_text(encoding="utf-8")))


def _actor(a: Mapping[str, Any]) -> Actor:
    return Actor(
        a["id"], a["name"], ActorKind(a["kind"]), tuple(a.get("countries", ())), a.get("parent"), a.get("predecessor"),
        a.get("successor"), a.get("from"), a.get("to"), tuple(a.get("rivals", ())), a.get("leads"), a.get("office"),
    )  # fmt: skip


def _written(term: CountryTerm, texts: Sequence[str], head: Part) -> bool:
    if term.exact:
        return "".join(texts).replace(".", "").replace(" ", "").replace("'", "") == term.exact
    return head.upper


def _roles(raw: Mapping[str, Any]) -> PhraseTrie[RoleNoun]:
    roles = [
        Role(ActorKind(b["kind"]), b.get("relation"), b.get("branch"), *(b.get(f, False) for f in ("one", "group", "bound")))
        for b in raw["blocks"]
    ]
    trie: PhraseTrie[RoleNoun] = PhraseTrie()
    for noun, (block, singular, plural) in raw["nouns"].items():
        # As the parser cuts it: hyphens and slashes are tokens of their own.
        trie.add(noun.replace("-", " - ").replace("'s", " 's").split(), RoleNoun(singular, plural, roles[block]))
    return trie
