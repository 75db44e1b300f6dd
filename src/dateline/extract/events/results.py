"""Results: which predicates of a sentence tell what an event did, rather than an event of their own."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.context import SentenceContext
from dateline.extract.events.candidates import Candidate
from dateline.extract.syntax import outcome_of
from dateline.model.event import Family
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token

_DOWN = frozenset({"advcl", "conj", "xcomp", "ccomp", "relcl", "acl", "prep", "pcomp", "dep", "parataxis", "agent"})
_UP_PREPS = frozenset(
    {"in", "during", "by", "after", "following", "from", "when", "as", "because", "of", "at", "amid", "through", "with"}
)
_EARLIER = frozenset({"after", "since", "following", "before", "despite"})
"""What stands under these is another time: "attacked a month after the murder of X"."""
_HOSTS = frozenset({Family.ATTACK, Family.BATTLE, Family.UNREST, Family.ACCIDENT})
_OCCASIONS = frozenset({"demonstration", "strike"})
_ABSORBED_TYPES = frozenset({"release", "escape", "displacement", "kidnapping", "arson", "destruction", "hostage-taking"})


def is_result(candidate: Candidate) -> bool:
    """Tell whether a candidate may be told as the result of another."""
    return candidate.frame.generic or candidate.frame.type in _ABSORBED_TYPES


def is_host(candidate: Candidate) -> bool:
    """Tell whether a candidate may have results."""
    return candidate.frame.family in _HOSTS and not candidate.frame.outcome_only


def assign_results(context: SentenceContext, candidates: Sequence[Candidate]) -> dict[int, int]:
    """Return result head -> host head for the candidates that tell a result of another of the same sentence."""
    out: dict[int, int] = {}
    for result in candidates:
        if not is_result(result):
            continue
        hosts = [
            h for h in candidates if h is not result and is_host(h) and not h.frame.generic and _may_host(context, h, result)
        ]
        related = [(d, abs(h.head - result.head), h.head) for h in hosts if (d := _distance(context, h, result)) is not None]
        if related:
            out[result.head] = min(related)[2]
    left = [c for c in candidates if c.frame.generic and c.head not in out]
    for n, later in enumerate(left):
        # "12 were killed and 30 wounded": one event with two results
        earlier = next((c for c in reversed(left[:n]) if _distance(context, c, later) is not None), None)
        if earlier is not None:
            out[later.head] = out.get(earlier.head, earlier.head)
    _join_rows(context, candidates, out)
    return {result: _first_host(host, out) for result, host in out.items()}


def _first_host(host: int, hosts: dict[int, int]) -> int:
    """Return the event of an event's result's result ("the strike destroyed a house, killing three": the strike)."""
    for _ in range(len(hosts)):
        if host not in hosts:
            break
        host = hosts[host]
    return host


def _join_rows(context: SentenceContext, candidates: Sequence[Candidate], out: dict[int, int]) -> None:
    """Make one event of counts in a row, each right before its state: "four killed, up to two injured in a strike"."""
    hosts = set(out.values())
    stated = [(c, m) for c in candidates if c.frame.generic and (m := _stated(context, c.head)) is not None]
    for (earlier, _), (later, mention) in zip(stated, stated[1:], strict=False):
        between = [t for t in context.sentence.tokens[earlier.head + 1 : later.head] if t.start < mention.span.start]
        if not between or any(t.lower not in (",", ";", "and", "&") for t in between):
            continue
        if later.head not in out and later.head not in hosts:
            out[later.head] = out.get(earlier.head, earlier.head)
        elif earlier.head not in out and earlier.head not in hosts and out.get(later.head, later.head) != earlier.head:
            out[earlier.head] = out.get(later.head, later.head)


def _stated(context: SentenceContext, head: int) -> Mention | None:
    """Return the bare number that a state stands right behind ("12 killed")."""
    return next((m for m in context.at(head, MentionKind.QUANTITY) if m.rule == "elided:state"), None)


def _may_host(context: SentenceContext, host: Candidate, result: Candidate) -> bool:
    if result.frame.type in ("arson", "destruction", "kidnapping", "hostage-taking"):
        return host.frame.family is Family.ATTACK and host.frame.type not in _ABSORBED_TYPES
    if _follows(context, host, result):
        return False
    if host.frame.type in _OCCASIONS and result.frame.id == "kill" and result.roles.agents:
        # "policemen killed a worker during a rally"
        return False
    return not (is_result(host) and host.frame.type in ("release", "escape", "displacement"))


def _follows(context: SentenceContext, host: Candidate, result: Candidate) -> bool:
    """Tell whether the "host" is a second deed of the same people ("killed a peasant and burned a truck")."""
    token = context.sentence.tokens[host.head]
    return host.verb and result.verb and bool(result.roles.agents) and token.dep == "conj" and token.head == result.head


def _distance(context: SentenceContext, host: Candidate, result: Candidate) -> int | None:
    """Return the number of arcs between two related predicates, or none if the path runs through a mere argument."""
    sentence = context.sentence
    up_from_result = [sentence.tokens[result.head], *sentence.ancestors(result.head)]
    up_from_host = [sentence.tokens[host.head], *sentence.ancestors(host.head)]
    on_host_path = {t.i: n for n, t in enumerate(up_from_host)}
    for n, token in enumerate(up_from_result):
        if token.i in on_host_path:
            m = on_host_path[token.i]
            verb = host.verb and not _gerund(up_from_host[0])
            if not _clausal(context, up_from_result[:n]) or not _links(context, up_from_host[:m], verb):
                return None
            return n + m
    return None


def _clausal(context: SentenceContext, path: Sequence[Token]) -> bool:
    """Tell whether a path from a result upward stays among clauses (or light nouns such as "death of")."""
    for token in path:
        aside = token.dep in ("relcl", "acl") and token is not path[-1] and not _in_which(context, token)
        aside = aside and not _elliptic(context, token) and outcome_of(context.sentence, token.i) is None
        if aside or token.dep == "appos":
            return False
        if token.dep in ("prep", "advcl") and _of_another_time(context, token):
            return False
        if token.dep not in _DOWN and token.dep not in (
            "dobj",
            "pobj",
            "nsubj",
            "nsubjpass",
            "attr",
            "acomp",
            "oprd",
            "nummod",
            "amod",
            "npadvmod",
            "appos",
        ):
            return False
    return True


def _elliptic(context: SentenceContext, token: Token) -> bool:
    """Tell whether a participle stands for a clause of its own ("one was killed and three others injured")."""
    noun = context.sentence.tokens[token.head]
    governor = context.sentence.tokens[noun.head]
    return token.tag == "VBN" and noun.dep in ("conj", "appos") and (governor.pos in ("VERB", "AUX") or noun.tag == "CD")


def _goes_on(context: SentenceContext, preposition: Token) -> bool:
    """Tell whether "before" leads on to a later deed of the same people ("shot his wife before killing himself")."""
    return preposition.lower == "before" and any(c.dep == "pcomp" for c in context.sentence.children(preposition.i))


def _gerund(token: Token) -> bool:
    """Tell whether a verb form stands as a noun ("two injured in shooting at a dance")."""
    return token.tag == "VBG" and token.dep in ("pcomp", "pobj")


def _of_another_time(context: SentenceContext, token: Token) -> bool:
    """Tell whether a clause or phrase is about what came before or later ("bombed the town after militants had killed two")."""
    if token.dep == "prep":
        return token.lower in _EARLIER and not _goes_on(context, token)
    return any(c.dep == "mark" and c.lower in _EARLIER for c in context.sentence.children(token.i))


def _in_which(context: SentenceContext, token: Token) -> bool:
    """Tell whether a relative clause is about an occasion ("the raid on the camp near X, in which 12 died")."""
    for c in context.sentence.children(token.i):
        if c.lower == "where" or (c.dep == "prep" and any(o.lower == "which" for o in context.sentence.children(c.i))):
            return True
    return False


def _due(context: SentenceContext, preposition: Token) -> bool:
    """Tell whether a preposition names a cause ("deaths due to firing", "succumbed to the shelling")."""
    if preposition.lower == "to":
        return context.sentence.tokens[preposition.head].lemma in ("due", "succumb")
    return preposition.lower == "due"


def _links(context: SentenceContext, path: Sequence[Token], verb: bool) -> bool:
    """Tell whether a path from a host upward ("in the attack", "when a bomb exploded") ties it to the result."""
    for token in path:
        if token.dep == "relcl" and not verb:
            return False
        if token.dep in ("relcl", "acl") and verb:
            return False
        if token.dep == "prep" and token.lower not in _UP_PREPS and not _due(context, token):
            return False
    return True
