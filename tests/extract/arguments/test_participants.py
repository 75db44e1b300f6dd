"""Participants and weapons: each row is a text and what its events' arguments are, and are not, as `role words`."""

from __future__ import annotations

import pytest

from dateline.extract.arguments import ArgumentStep
from dateline.extract.events import EventStep
from dateline.extract.mentions.step import MentionStep
from dateline.extract.parse import ParseStep
from dateline.extract.reading import ReadingStep
from dateline.extract.speech import SpeechStep
from dateline.model.event import PARTICIPANT_ROLES, READ, Role
from dateline.model.layer import ACTORS, ARGUMENTS
from dateline.resolve.actors import ActorStep
from dateline.resolve.dates import DateStep
from dateline.resolve.places import PlaceStep
from dateline.resolve.publication import PublicationStep
from dateline.resolve.quantities import QuantityStep
from tests.documents import annotate, document

ROWS = [
    # A participle's object is not the subject of the main verb.
    (
        "In May the French-led task force fighting Boko Haram detained a senior commander near Maiduguri.",
        {"custodian French-led task force"},
        {"custodian Boko Haram"},
    ),
    # After "by X, which ..." it may be the noun before X that acts.
    (
        "The militia armed by the United States, which attacked the village on Monday, withdrew.",
        {"target village"},
        {"perpetrator United States"},
    ),
    # What is set off or stepped on, and by whom; whose shooting it was.
    (
        "Militants injured four soldiers by exploding a powerful Improvised Explosive Device near Gao.",
        {"perpetrator Militants"},
        {"target Improvised Explosive Device"},
    ),
    ("Three soldiers died by stepping on mines near Gao.", {"target soldiers"}, {"perpetrator soldiers", "target mines"}),
    ("Three men were involved in the young boy's shooting in Chicago.", {"target young boy"}, {"perpetrator young boy"}),
    # A party of guests, and a force with a weapon in its name.
    ("Three people were wounded in a shooting at a birthday party in Denver.", {"victim people"}, {"target birthday party"}),
    ("Teams of the Assam Rifles were on patrol when a blast injured two people.", {"victim people"}, {"instrument Rifles"}),
    # Who tells of a deed did not do it.
    (
        "SOHR activists reported hearing a loud explosion in Aleppo, killing one person.",
        {"victim person"},
        {"perpetrator SOHR activists"},
    ),
    ("France concerned over shelling of Goma", set(), {"perpetrator France"}),
    # What is measured, not the measure.
    ("A group of gunmen attacked a number of farms near Goma on Monday.", {"perpetrator gunmen"}, {"target number"}),
    ("Shelling destroyed a number of poultry farms near Kharkiv.", {"target poultry farms"}, {"target number"}),
    # A place before a deed is where it was; a country may be who did it.
    ("3 dead in Ohio theater shooting", set(), {"perpetrator Ohio"}),
    ("On Saturday, Syria accused Israel of carrying out airstrikes near Tartus.", {"perpetrator Israel"}, set()),
    # "Shot" without an object or an aim.
    ("The men shot on Friday were not helping the police.", {"victim men"}, {"perpetrator men"}),
    ("Officers shot at the men on Friday in Lagos.", {"perpetrator Officers"}, {"victim Officers"}),
    # A car that explodes did not do it; what is set off is no target.
    ("A Toyota parked outside the bank exploded on Monday in Lima.", set(), {"perpetrator Toyota"}),
    ("The rebels detonated a bomb outside the court in Cali.", {"perpetrator rebels", "instrument bomb"}, {"target bomb"}),
    # Destroyed weapons are targets and no weapons of the deed.
    (
        "Two air strikes destroyed a car bomb and a mortar near Mosul on Monday.",
        {"target car bomb", "target mortar"},
        {"instrument car bomb", "instrument mortar"},
    ),
    (
        "The guerrillas attacked the patrol with rifles and left dynamite behind near Cali.",
        {"instrument rifles"},
        {"instrument dynamite"},
    ),
    # The dead are not also the target of what killed them.
    ("The shelling killed two people and injured two others.", {"victim people"}, {"target people"}),
    # Those killed before are another deed's.
    (
        "Russian warplanes bombed Idlib after militants killed two soldiers near Hama.",
        {"perpetrator Russian warplanes", "perpetrator militants"},
        set(),
    ),
    # The name rather than the description beside it.
    ("Gunmen killed a farmer, Pedro Sosa, on Monday in Cali.", {"victim Pedro Sosa"}, {"victim farmer"}),
    (
        "US-based organization the Syrian Emergency Task Force announced a delivery of aid on Tuesday.",
        set(),
        {"speaker US-based organization"},
    ),
    # Where shells fell is not what was shelled.
    ("4 people wounded in Russian shelling north of Ukraine's Kharkiv", set(), {"target Kharkiv", "perpetrator people"}),
    # Whole phrases.
    ("Members of the security corps arrested two students.", {"custodian Members of the security corps"}, set()),
    ("Men wearing military uniforms killed a judge in Cali.", {"perpetrator Men wearing military uniforms"}, set()),
    ("An Israeli attack on an air-defence vehicle killed six officers.", {"target air-defence vehicle"}, set()),
    ("Gunmen attacked public and private vehicles near Lima on Friday.", {"target public and private vehicles"}, set()),
    ("Rebels ambushed a Chadian air force helicopter on Monday.", {"target Chadian air force helicopter"}, set()),
    ("SHINING PATH TERRORISTS HAVE ATTACKED A BUS IN HUARAZ, PERU.", {"perpetrator SHINING PATH TERRORISTS"}, set()),
    # Who is sentenced did it, and not the court.
    (
        "The court sentenced two men to ten years in prison for throwing a grenade in Chisinau.",
        {"perpetrator men"},
        {"perpetrator court"},
    ),
    # What a deed left behind was not its target.
    ("The attack left nine people dead on Monday in Cali.", set(), {"target people"}),
    ("The force of the explosion injured many people in Lima.", {"victim people"}, {"perpetrator force"}),
    ("Hundreds of prisoners were released by raiding the prisons of Goma.", {"detainee prisoners"}, {"perpetrator prisoners"}),
    # Nobody is the victim of a deed to himself.
    ("A man killed himself in Ohio on Friday.", set(), {"victim himself"}),
]

STEPS = (
    ParseStep(), ReadingStep(), MentionStep(), PublicationStep(), DateStep(), PlaceStep(), ActorStep(), QuantityStep(),
    EventStep(), SpeechStep(), ArgumentStep(),
)  # fmt: skip


@pytest.mark.parametrize(("text", "there", "not_there"), ROWS)
def test_participants(text: str, there: set[str], not_there: set[str]) -> None:
    annotated = annotate(document(text), *STEPS)
    roles = PARTICIPANT_ROLES | {Role.INSTRUMENT}
    found = {f"{a.role.value} {a.mention.text}" for a in annotated[ARGUMENTS] if a.role in roles and a.rule != READ}
    assert there <= found
    assert not not_there & found


def test_a_result_of_another_time_is_another_event() -> None:
    annotated = annotate(document("Russian warplanes bombed Idlib after militants killed two soldiers near Hama."), *STEPS)
    by_event = {a.event.type for a in annotated[ARGUMENTS] if a.mention.text == "soldiers"}
    assert by_event == {"armed attack"}
    assert len({a.event.id for a in annotated[ARGUMENTS]}) == 2


@pytest.mark.parametrize(
    ("text", "words", "kind", "actor_id"),
    [
        ("The Maoists abducted two teachers in Bastar.", "Maoists", "armed_group", None),
        ("A foreign army invaded Honduras. Honduras protested.", "foreign army", "state_force", None),
        ("Fighting went on in Honduras, near Tela. A party accused its country's army of it.", "army", "state_force", None),
        ("Men in camouflage shot a judge in Cali, Colombia.", "Men in camouflage", "unknown", None),
        ("Rebels shelled the 4th infantry brigade in Cali.", "4th infantry brigade", "state_force", None),
    ],
)
def test_kinds(text: str, words: str, kind: str, actor_id: str | None) -> None:
    annotated = annotate(document(text), *STEPS)
    value = next(r.value for r in annotated[ACTORS] if r.mention.text == words)
    assert value is not None
    assert (value.kind.value, value.actor_id) == (kind, actor_id)
