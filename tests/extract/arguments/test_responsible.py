"""Who is tied to a deed by claiming, denying or blame: `<p how=...>who</p>` for the event at `<e>`, as in Responsibility."""

from __future__ import annotations

import pytest

from dateline.model.event import READ, Role
from dateline.model.layer import ARGUMENTS
from tests.documents import annotate, document
from tests.extract.arguments.test_participants import STEPS
from tests.marked import read

ROWS = """
The <p how="claimed">ELN</p> claimed responsibility for a bomb <e>attack</e> on a bus in Cali on 3 May.
<p how="claimed">Al-Shabaab</p> claimed the <e>attack</e> on the base.
The <e>ambush</e> near Gao was claimed by <p how="claimed">Al-Qaeda</p>.
The <p how="denied">Taliban</p> denied responsibility for the <e>bombing</e> in Kabul.
<p how="denied">Russia</p> denied any involvement in the air <e>raid</e> on Idlib.
The army blamed the <p how="blamed">ELN</p> for the <e>bombing</e> of a pipeline.
The <e>attack</e> in Jos was blamed on <p how="blamed">Boko Haram</p>.
The drone <e>strike</e> near Damascus was attributed to <p how="blamed">Israel</p>.
Washington held <p how="blamed">Kataib Hezbollah</p> responsible for the rocket <e>attack</e> on the base.
No group has claimed responsibility for the <e>attack</e> in Mosul.
The army did not blame the ELN for the <e>attack</e> in Arauca.
<p how="unknown">Unidentified gunmen</p> <e>killed</e> a judge in Quetta.
Suspected <p how="suspected">Boko Haram</p> fighters <e>killed</e> nine farmers.
<p how="stated">Gunmen</p> <e>killed</e> a judge in Quetta.
The <p how="claimed">ELN</p> claimed the <e>attack</e> and the army blamed the FARC.
"""


@pytest.mark.parametrize("row", [row for row in ROWS.strip().split("\n") if row])
def test_how_somebody_is_tied_to_a_deed(row: str) -> None:
    text, marks = read(row)
    (anchor,) = (m.span for m in marks if m.tag == "e")
    wanted = {(text[m.span.start : m.span.end].lower(), m.attributes["how"]) for m in marks if m.tag == "p"}
    found = {
        (a.mention.text.lower(), a.responsibility.value)
        for a in annotate(document(text), *STEPS)[ARGUMENTS]
        if a.role is Role.PERPETRATOR and a.event.anchor.overlaps(anchor) and a.responsibility is not None and a.rule != READ
    }
    assert len(found) == len(wanted)
    assert all(any(w in f or f in w for f, h in found if h == how) for w, how in wanted), found
