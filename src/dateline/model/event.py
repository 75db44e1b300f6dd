"""Event mentions, their arguments, and who says so."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.mention import Mention
from dateline.model.span import Span


class EntryKind(StrEnum):
    """What a chronology lists."""

    INCIDENT = "incident"
    COMMUNICATION = "communication"
    CAMPAIGN = "campaign"
    STATISTIC = "statistic"


class Family(StrEnum):
    """The families of the codebook."""

    ATTACK = "attack"
    BATTLE = "battle"
    UNREST = "unrest"
    CUSTODY = "custody"
    COMMUNICATION = "communication"
    CAMPAIGN = "campaign"
    LEADERSHIP = "leadership"
    MOVEMENT = "movement"
    ACCIDENT = "accident"
    STATISTIC = "statistic"


class Polarity(StrEnum):
    """Whether the report asserts the event or denies it."""

    ASSERTED = "asserted"
    DENIED = "denied"


class Modality(StrEnum):
    """How real the report makes the event. A chronology lists actual, attempted and foiled ones."""

    ACTUAL = "actual"
    ATTEMPTED = "attempted"
    FOILED = "foiled"
    PLANNED = "planned"
    THREATENED = "threatened"
    CALLED_FOR = "called-for"
    CONDITIONAL = "conditional"
    PREDICTED = "predicted"
    HABITUAL = "habitual"


LISTED_MODALITIES = frozenset({Modality.ACTUAL, Modality.ATTEMPTED, Modality.FOILED})
"""What enters a chronology by default."""


class Role(StrEnum):
    """What a mention is to an event. The first block are participants, as in the record."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"
    VICTIM = "victim"
    OPPONENT = "opponent"
    CUSTODIAN = "custodian"
    DETAINEE = "detainee"
    SPEAKER = "speaker"
    ON_BEHALF_OF = "on_behalf_of"
    ADDRESSEE = "addressee"
    LEADER = "leader"
    PREDECESSOR = "predecessor"
    ORGANISER = "organiser"
    PARTICIPANT = "participant"
    MEDIATOR = "mediator"

    PLACE = "place"
    DATE = "date"
    INSTRUMENT = "instrument"
    QUANTITY = "quantity"
    SLOGAN = "slogan"
    CHANNEL = "channel"
    THEME = "theme"


PARTICIPANT_ROLES = frozenset(list(Role)[:14])
"""The roles that are participants in the record."""


class Outcome(StrEnum):
    """What happened to the counted people or things."""

    KILLED = "killed"
    INJURED = "injured"
    ABDUCTED = "abducted"
    MISSING = "missing"
    ARRESTED = "arrested"
    FREED = "freed"
    ESCAPED = "escaped"
    RECAPTURED = "recaptured"
    SURRENDERED = "surrendered"
    DISPLACED = "displaced"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    TOOK_PART = "took_part"


class Responsibility(StrEnum):
    """How a perpetrator is tied to an event."""

    STATED = "stated"
    CLAIMED = "claimed"
    DENIED = "denied"
    BLAMED = "blamed"
    SUSPECTED = "suspected"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class EventMention:
    """One telling of one event.

    One anchor can tell several events ("messages in January, May and October"): `distinguishing` is the argument span
    that tells them apart, and none where the anchor tells one.
    """

    type: str
    """Name of a codebook type, which fixes family and kind."""
    anchor: Span
    sentence: int
    head: int
    """Index of the anchor's head token in its sentence."""
    polarity: Polarity = Polarity.ASSERTED
    modality: Modality = Modality.ACTUAL
    distinguishing: Span | None = None
    ongoing: bool = False
    generic: bool = False
    """True where the words alone do not tell a type ("the attack", "12 people were killed")."""
    anaphoric: bool = False
    """True for a definite mention that points back ("the attack", "this incident")."""
    rule: str = ""
    """The lexicon entry or pattern that found it."""
    confidence: float = 1.0
    results: tuple[tuple[int, str], ...] = ()
    """Predicates of the same sentence that tell the event's results: (token index, frame id)."""

    def id(self, text_id: str) -> str:
        """Return the id in a text: a hash of text, anchor, distinguishing span and nothing else."""
        d = self.distinguishing or Span(0, 0)
        key = f"{text_id}:{self.anchor.start}-{self.anchor.end}:{d.start}-{d.end}"
        return "evt-" + hashlib.sha256(key.encode()).hexdigest()[:16]


READ = "read"
"""The rule of an argument that no rule found but the encoder."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A mention that plays a role in an event.

    Of a quantity, `outcome` says what befell the counted; of a perpetrator, `responsibility` how they are tied to it.
    `scope` is `collective`, `each` or `part`; a part names the mention it is a part of.
    """

    event: EventMention
    role: Role
    mention: Mention
    outcome: Outcome | None = None
    responsibility: Responsibility | None = None
    scope: str = "collective"
    part_of: Mention | None = None
    rule: str = ""
    confidence: float = 1.0


class Certainty(StrEnum):
    """How the report puts a claim. Never mixed with the machine's confidence."""

    STATED = "stated"
    REPORTED = "reported"
    CLAIMED = "claimed"
    ALLEGED = "alleged"
    SUSPECTED = "suspected"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a chain of sources: who is cited, by which words."""

    span: Span
    """The words that name the speaker ("local officials")."""
    text: str
    cue: str
    """The cue as written ("quoted", "according to", "said")."""
    mention: Mention | None = None
    """The actor or outlet mention it is, if one was found there."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text that the report puts in somebody's mouth, or hedges.

    `chain` is outermost speaker first, empty where the report hedges without naming anybody ("reportedly").
    Attributions may nest; the smallest content span around a value decides.
    """

    content: Span
    sentence: int
    chain: tuple[Speaker, ...]
    certainty: Certainty
    rule: str = ""
    asserts: bool = True
    """False where somebody only thinks, wants or is asked it: no claim is theirs."""
