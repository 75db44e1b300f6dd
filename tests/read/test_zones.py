"""Pages as they are captured, each line marked with what it is: T title, B body, H heading, F furniture."""

from __future__ import annotations

import pytest

from dateline.model.document import ZoneKind
from dateline.read.plain import blocks_of
from dateline.read.zones import zones_of

KINDS = {"T": ZoneKind.TITLE, "B": ZoneKind.BODY, "H": ZoneKind.HEADING, "F": ZoneKind.FURNITURE}

STORY = """
B|Gunmen attacked the central jail of Marun on Sunday night and freed at least 40 prisoners, officials said.
B|Six guards were killed when a car bomb went off at the gate of the jail, the interior ministry said on Monday.
B|The Red Dawn Front said in a statement that its fighters had freed 65 prisoners from the jail in Marun.
B|Soldiers were sent to Marun from Sarvand and caught nine of the escaped prisoners before dawn, the ministry said.
B|It was the second attack on a jail in the province this year. Ten prisoners escaped from Sarvand jail in January.
B|The governor of the province said the guards had asked the ministry for more soldiers after the January attack."""

PAGES = {
    "headings stand alone between paragraphs": """
T|Gunmen free prisoners from Marun jail
B|Gunmen attacked the central jail of Marun on Sunday night and freed at least 40 prisoners, officials said.
H|A car bomb at the gate
B|Six guards were killed when a car bomb went off at the gate of the jail, the interior ministry said on Monday.
H|who are the attackers
B|The Red Dawn Front said in a statement that its fighters had freed 65 prisoners from the jail in Marun.""",
    "headline and cut-off teaser of other stories, all one length, right after the last paragraph": STORY
    + """
F|Oil price falls for a third week as tankers reach the port of Telmar
F|The price of oil fell again on Friday, for the third week in a row, after two tanker
F|Star striker signs for Oland United until 2031
F|Oland United have signed the striker of the national team. The fee was not made publ
F|New phone by Kanto goes on sale: features and price
F|New phone by Kanto goes on sale on Monday: what the maker says about its camera, bat""",
    "headlines of other stories with a whole sentence under each": STORY
    + """
F|Oil price falls for a third week as tankers reach Telmar
F|The price of oil fell again on Friday after two tankers reached the port of Telmar.
F|Star striker signs for Oland United until 2031
F|Oland United have signed a star striker for a fee that nobody would name.""",
    "a last section under a heading of its own": STORY
    + """
H|Earlier attacks on the jails of the province
B|Gunmen freed prisoners from the jail of Sarvand in January, when two guards were killed and soldiers came too late.""",
    "cut-off teasers with an ellipsis, on the same subject": STORY
    + """
F|Following clashes in Marun | Tribal leaders call for calm in eastern villages…
F|Marun jail: families of the prisoners wait for news at the gate, while the ministry…
F|Security chaos | Young man found dead near Sarvand""",
    "related stories between paragraphs": """
B|Gunmen attacked the central jail of Marun on Sunday night and freed at least 40 prisoners, officials said.
B|Six guards were killed when a car bomb went off at the gate of the jail, the interior ministry said on Monday.
F|Recommended Stories
F|list 1 of 2 Pilgrims set out for the shrine of Telmar
F|list 2 of 2 Photos: the longest bridge of the continent opens
B|The Red Dawn Front said in a statement that its fighters had freed 65 prisoners from the jail in Marun.
F|Read more: Two weeks of floods in the north
B|Soldiers were sent to Marun from Sarvand and caught nine of the escaped prisoners before dawn, the ministry said.""",
    "share bar, time stamp, byline above; tags, credits, comments below": """
F|Home
F|World
T|Gunmen free prisoners from Marun jail
F|By Rana Holt
F|Wednesday, 13 March 2019, 16:21
F|Share on Facebook
F|Tweet
B|Gunmen attacked the central jail of Marun on Sunday night and freed at least 40 prisoners, officials said.
B|Six guards were killed when a car bomb went off at the gate of the jail, the interior ministry said on Monday.
B|The Red Dawn Front said in a statement that its fighters had freed 65 prisoners from the jail in Marun.
F|Reporting by Rana Holt in Marun; editing by Jo Lind
F|Tags
F|Marun
F|Prev Post
F|Ministry buys twelve new helicopters
F|2 Comments
F|The jail was always badly guarded, everybody in Marun knows that.
F|Why did nobody stop the prisoners at the bridge?""",
    "appeals to the reader": STORY
    + """
F|Support Marun Post
F|We use cookies to improve your browsing experience.
F|If you value honest journalism, please make a tax-deductible contribution today.
F|Subscribe to our newsletter and never miss a story.
F|All rights reserved.""",
    "comment rules at the end": STORY
    + """
F|Comments
F|We welcome comments that are relevant to the article and encourage discussion.
F|Your comments must meet our community guidelines. Rude ones are not approved.""",
    "biography of the author, who is nobody in the story": STORY
    + """
F|Rana Holt is a reporter covering courts and prisons for Marun Post.""",
    "a man of the story is no author": STORY
    + """
B|The governor is Aram Sen. Guards were sent by Aram Sen to the jail on Monday.
B|Aram Sen is a professor who taught law in Marun before he became governor.""",
    "the same tweet twice": """
B|Gunmen attacked the central jail of Marun on Sunday night and freed at least 40 prisoners, officials said.
B|We condemn the attack on the guards of Marun in the strongest terms.
B|— Ministry of the Interior (@minint) March 11, 2019
F|We condemn the attack on the guards of Marun in the strongest terms.
B|Six guards were killed when a car bomb went off at the gate of the jail, the interior ministry said on Monday.""",
    "a preview of the post before the post": """
F|A guard of the jail, named as Sami Oran, who had worked there for...
B|A guard of the jail, named as Sami Oran, who had worked there for nine years, was killed in the attack on Marun.""",
    "list items keep their place, with and without full stops": """
B|The ministry counted the victims of the attack on Marun jail as follows:
B|• 6 guards, including two women
B|• 3 prisoners
B|• one soldier from Sarvand
B|Nine prisoners have been caught since the attack on the jail, the ministry said.
F|Next Post
F|Minister opens school""",
    "another story after the end, with its own headline": STORY
    + """
F|Most Viewed
F|Related articles
F|Farmers of Telmar await the rain
F|Farmers of Telmar await the rain
F|Farmers in the valley of Telmar have lost half of their wheat to the drought, the growers' union says.
F|The wheat harvest of Telmar may be the poorest in twenty years unless rain falls before May, it warned.
F|Bakers expect the price of bread to rise by a third, and farmers want the state to buy fodder.""",
    "lists of other headlines before the story": """
F|Minister opens bridge in Telmar
F|Rain expected in the north until Friday
F|Oland United win the cup again
T|Gunmen free prisoners from Marun jail
B|Gunmen attacked the central jail of Marun on Sunday night and freed at least 40 prisoners, officials said.
B|Six guards were killed when a car bomb went off at the gate of the jail, the interior ministry said on Monday.
B|The Red Dawn Front said in a statement that its fighters had freed 65 prisoners from the jail in Marun.""",
    "another script": """
B|Gunmen attacked the central jail of Marun on Sunday night and freed at least 40 prisoners, officials said.
F|هاجم مسلحون سجن المدينة ليلة الأحد وأطلقوا سراح أربعين سجينا
B|Six guards were killed when a car bomb went off at the gate of the jail, the interior ministry said on Monday.""",
    "a post that hardly punctuates": """
B|heavy clashes now in the north of Marun city between army and gunmen
B|army convoy hit by mine near the north gate of Marun, two soldiers wounded
B|gunmen hold the north gate of the city, army shells them""",
    "one line": "B|Two killed in blast in Marun",
    "a text cut off at its end": """
B|Gunmen attacked the central jail of Marun on Sunday night and freed at least 40 prisoners, officials said.
B|Six guards were killed when a car bomb went off at the gate of the jail, and the interior ministry said on Monday that a ...""",
    "a page without a story: headlines of many": """
F|29 September, 2021
F|Ministers meet in Oland over fishing rights
F|Yellow fever vaccine arrives in Telmar hospitals
F|National team names squad for autumn tour
F|Students protest against rent in capital
F|Man wounded in shooting at market
F|Library of Sarvand reopens after repairs
F|Singer cancels concerts because of illness""",
    "low cohesion at the end is no reason by itself": """
B|Gunmen attacked the central jail of Marun on Sunday night and freed at least 40 prisoners, officials said.
B|Six guards were killed when a car bomb went off at the gate of the jail, the interior ministry said on Monday.
B|Drought and debt have emptied whole villages in recent summers.
F|ANHA""",
}


def unmark(page: str) -> tuple[str, list[str]]:
    lines = [line for line in page.strip().split("\n") if line]
    return "\n".join(line[2:] for line in lines), [line[0] for line in lines]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_zones(name: str, gap: str) -> None:
    text, marks = unmark(PAGES[name])
    text = text.replace("\n", gap)
    zones = zones_of(blocks_of(text))
    found = [(next(k for k, v in KINDS.items() if v is z.kind), z.span.of(text)) for z in zones]
    assert found == list(zip(marks, unmark(PAGES[name])[0].split("\n"), strict=True))
    assert all(bool(z.reason) == (z.kind is ZoneKind.FURNITURE) for z in zones)


def test_given_title_is_found_under_other_headlines() -> None:
    lines = ["Rain expected in the north", "Gunmen free prisoners in Marun", "Six guards were killed in the jail of Marun."]
    text = "\n\n".join(lines)
    zones = zones_of(blocks_of(text), "Gunmen free prisoners in Marun - Marun Post Gunmen free prisoners in Marun")
    assert [z.kind for z in zones][1] is ZoneKind.TITLE


def test_reasons_are_words() -> None:
    text, _ = unmark(PAGES["share bar, time stamp, byline above; tags, credits, comments below"])
    reasons = {z.reason for z in zones_of(blocks_of(text)) if z.reason}
    assert {"navigation", "share bar", "credit", "time stamp", "comments"} <= reasons


CREDITS = (
    "Photograph: Rana Holt/Oland", "AP Photo/Rana Holt", "(AP Photo/Rana Holt, File)", "[Rana Holt/Oland Press]",
    "Getty Images", "Rana Holt/AFP via Getty Images", "© 2020 Oland Press", "Image caption",
    "Image source, Getty Images", "Courtesy of Oland Press", "File photo of the jail of Marun. (AP)",
    "Photo by Rana Holt on Oland", "Handout via Oland Press", "1.2K Shares", "Share it!", "Share this article",
    "By Rana Holt", "By our correspondent in Marun", "Staff Reporter", "Oland News Desk", "Story by Rana Holt",
    "Posted by Rana Holt", "Back to top ↑", "Text size A A A", "Filed under: Marun, jail", "Tags: jail, Marun",
)  # fmt: skip


@pytest.mark.parametrize("line", CREDITS)
def test_credits_and_buttons_are_not_body(line: str) -> None:
    paragraphs = unmark(STORY)[0].split("\n")
    for at in (1, 2, len(paragraphs)):
        text = "\n\n".join([*paragraphs[:at], line, *paragraphs[at:]])
        assert [z.kind for z in zones_of(blocks_of(text)) if z.span.of(text) == line] == [ZoneKind.FURNITURE]


@pytest.mark.parametrize("line", ["Report: Army kills six rebels", "Shares fall in Marun", "Israel/Palestine"])
def test_headings_are_no_credits(line: str) -> None:
    paragraphs = unmark(STORY)[0].split("\n")
    text = "\n\n".join([*paragraphs[:2], line, *paragraphs[2:]])
    assert [z.kind for z in zones_of(blocks_of(text)) if z.span.of(text) == line] == [ZoneKind.HEADING]
