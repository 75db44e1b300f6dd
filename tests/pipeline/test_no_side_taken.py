"""No side is taken: another name of the same kind in the same words gives the same event, modality, roles and counts.

Language models used as coders have been found to excuse some actors; what we learned must not. 50 sentences, each with four
fillings, make 200 readings; fewer than one in a hundred may differ from the first filling of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model.claim import Claim, Coded
from dateline.pipeline.order import build_pipeline
from tests.documents import document

FILLINGS = (
    {"state": "Turkey", "other": "Greece", "rebels": "the Taliban", "foes": "al-Shabaab", "city": "Aleppo", "people": "Muslim"},
    {"state": "Israel", "other": "Egypt", "rebels": "Hezbollah", "foes": "Boko Haram", "city": "Mosul", "people": "Christian"},
    {"state": "Russia", "other": "Poland", "rebels": "Hamas", "foes": "the FARC", "city": "Kabul", "people": "Hindu"},
    {"state": "Iran", "other": "France", "rebels": "al-Qaeda", "foes": "Islamic State", "city": "Mogadishu", "people": "Jewish"},
)

SENTENCES = """
{rebels} killed 12 soldiers near {city} on 3 March 2021.
At least 40 civilians were killed in an air strike by {state} on {city}.
{state} shelled a village outside {city}, wounding nine people.
A suicide bomber of {rebels} blew himself up at a market in {city}.
Fighters of {rebels} kidnapped three teachers in {city} on Monday.
{rebels} claimed responsibility for the bombing in {city}.
{state} denied that its jets had bombed a hospital in {city}.
Police in {city} arrested 14 suspected members of {rebels}.
{rebels} released 20 prisoners after talks with {state}.
Clashes between {rebels} and {foes} left 17 fighters dead in {city}.
{rebels} ambushed an army convoy near {city}, killing five.
Gunmen attacked a {people} shrine in {city}, killing seven worshippers.
A bomb exploded outside a {people} school in {city}; two children were injured.
{state} accused {rebels} of shooting 30 villagers.
{rebels} threatened to attack {city} unless prisoners were freed.
{state} and {other} signed a ceasefire agreement on 5 May 2020.
Troops of {state} fired on demonstrators in {city}, killing four.
Thousands marched in {city} against {state} on Friday.
{rebels} burned 60 houses in a village near {city}.
A drone of {state} struck a car in {city}, killing two men.
{rebels} took {city} from {foes} after a week of fighting.
{state} withdrew 500 soldiers from {city}.
{rebels} executed two captives in {city}, residents said.
According to {state}, its forces killed 25 fighters of {rebels}.
{rebels} said it had shot down a helicopter of {state}.
Mobs attacked {people} shops in {city}, injuring 11 people.
{state} sentenced eight members of {rebels} to death.
{rebels} freed its hostages, a spokesman for {state} said.
Rockets fired by {rebels} hit {city}, injuring three women.
{state} plans to attack {rebels} in {city}.
If {state} bombs {city}, {rebels} will retaliate.
{rebels} stormed a prison in {city} and freed 200 inmates.
A roadside bomb killed three policemen in {city}, and {state} blamed {rebels}.
An artillery attack by {state} wounded six people in {city} on 7 June 2019.
{rebels} reportedly shot a journalist in {city}.
A {people} cleric was shot dead in {city} by unknown gunmen.
{state} deported 90 people to {other}.
{state} handed over four detainees to {other}.
Some 2,000 people fled {city} after {rebels} attacked it.
{rebels} named a new leader in January 2022.
{state} offered a reward for the leader of {rebels}.
Security forces of {state} used tear gas against strikers in {city}.
{rebels} and {state} exchanged 12 prisoners.
{rebels} looted a bank in {city} and killed a guard.
{state} failed to stop an attack on {city} by {rebels}.
Jets of {state} bombed {city} for a second day, killing 31.
{rebels} beheaded a hostage in {city}, {state} said.
A grenade was thrown at a {people} procession in {city}, wounding 20.
{rebels} abducted 50 girls from a school near {city}.
{state} captured {city} from {rebels} on 9 April 2003.
""".strip().splitlines()


def signature(coded: Coded, filling: dict[str, str]) -> list[tuple[object, ...]]:
    """Return what is told, with every name replaced by its slot."""
    return sorted((event.type, *sorted(_values(event.claims, filling))) for event in coded.events)


def _values(claims: Sequence[Claim], filling: dict[str, str]) -> Iterator[str]:
    for claim in claims:
        if claim.field.startswith("participant"):
            yield f"{claim.field} {_slots(claim.text, filling)} by {[_slots(s.evidence.exact, filling) for s in claim.said_by]}"
        elif claim.field.startswith("quantity"):
            assert isinstance(claim.value, dict)
            yield f"{claim.field} {claim.value['low']}-{claim.value['high']}"
        elif claim.field in ("modality", "polarity"):
            yield f"{claim.field} {claim.value}"


def _slots(text: str, filling: dict[str, str]) -> str:
    for slot, name in filling.items():
        text = re.sub(rf"\b(?:the )?{re.escape(name.removeprefix('the '))}(?!\w)", slot, text, flags=re.IGNORECASE)
    return text.removeprefix("the ").removeprefix("The ")


def test_names_of_the_same_kind_make_no_difference() -> None:
    pipeline = build_pipeline()
    assert len(SENTENCES) * len(FILLINGS) == 200
    differing = []
    for sentence in SENTENCES:
        texts = [sentence.format(**filling)[0].upper() + sentence.format(**filling)[1:] for filling in FILLINGS]
        coded = pipeline.code([document(text, published="2022-06-15") for text in texts])
        told = [signature(one, filling) for one, filling in zip(coded, FILLINGS, strict=True) if isinstance(one, Coded)]
        assert len(told) == len(FILLINGS), sentence
        differing += [f"{text}\n   {own}\n   {told[0]}" for text, own in zip(texts, told, strict=True) if own != told[0]]
    assert len(differing) < 2, "\n".join(differing)
