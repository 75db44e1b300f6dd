"""The words of date expressions by class. Data: a word's class is one character in the grammar's alphabet."""

from __future__ import annotations

MONTHS = "january february march april may june july august september october november december".split()
MONTH_SHORT = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAY_SHORT = {
    "mon": 1,
    "tue": 2,
    "tues": 2,
    "wed": 3,
    "thu": 4,
    "thur": 4,
    "thurs": 4,
    "fri": 5,
    "sat": 6,
    "sun": 7,
}
NUMBERS = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
HUNDREDS = {"hundred": 100, "thousand": 1000}
ORDINALS = {
    w: i
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
UNITS = {
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
UNITS_PLURAL = {
    "minutes": "minute",
    "hours": "hour",
    "mins": "minute",
    "days": "day",
    "nights": "day",
    "weeks": "week",
    "weekends": "weekend",
    "fortnights": "fortnight",
    "months": "month",
    "quarters": "quarter",
    "years": "year",
    "yrs": "year",
    "decades": "decade",
    "centuries": "century",
}
TIMES_OF_DAY = {
    "morning": "MO",
    "mornings": "MO",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "night": "NI",
    "nighttime": "NI",
    "nightfall": "NI",
    "daytime": "DT",
}
POINTS_OF_DAY = {
    "dawn": "DA",
    "predawn": "DA",
    "daybreak": "DA",
    "sunrise": "DA",
    "dusk": "DU",
    "sunset": "DU",
    "noon": "12",
    "midday": "12",
    "noontime": "12",
    "midnight": "MN",
    "lunchtime": "12",
}
SEASONS = {"spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23, "winter": 24}
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
PARTS = {
    "early": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "beginning": "early",
    "start": "early",
    "onset": "early",
    "close": "late",
}
VAGUE = {
    "now": "present",
    "currently": "present",
    "nowadays": "present",
    "presently": "present",
    "recently": "past",
    "lately": "past",
    "previously": "before",
    "formerly": "before",
}
HABITS = {
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
    "nightly": "P1D",
}
DAY_SHIFT = {"today": 0, "yesterday": -1, "tomorrow": 1}
FEASTS = {
    "christmas": "12-25",
    "christmas day": "12-25",
    "christmas eve": "12-24",
    "new year's day": "01-01",
    "new year's eve": "12-31",
    "boxing day": "12-26",
    "halloween": "10-31",
    "valentine's day": "02-14",
    "may day": "05-01",
    "easter": "easter",
    "easter sunday": "easter",
    "easter monday": "easter+1",
    "good friday": "easter-2",
    "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving",
    "orthodox easter": "orthodox",
    "easter week": "holy.week",
    "holy week": "holy.week",
    "palm sunday": "easter-7",
    "ash wednesday": "easter-46",
    "maundy thursday": "easter-3",
    "all saints' day": "11-01",
    "st. patrick's day": "03-17",
    "fourth of july": "07-04",
    "veterans day": "11-11",
    "memorial day": "nth0551",
    "labor day": "nth0911",
    "mother's day": "nth0527",
    "father's day": "nth0637",
    "martin luther king day": "nth0131",
    "ramadan": "ramadan",
    "ramadhan": "ramadan",
    "ramzan": "ramadan",
    "muharram": "muharram",
    "ashura": "ashura",
    "arbaeen": "arbaeen",
    "mawlid": "mawlid",
    "nowruz": "03-21",
    "newroz": "03-21",
    "rosh hashanah": "rosh-hashanah",
    "yom kippur": "yom-kippur",
    "sukkot": "sukkot",
    "passover": "passover",
}
"""Feasts with a fixed day, or one that arithmetic gives. American ones where no other country has that name on another day."""

CLASSES: dict[str, str] = {
    "the": "the",
    "a": "a an",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "to": "to",
    "until": "until till through",
    "and": "and &",
    "or": "or",
    "between": "between",
    "from": "from",
    "ago": "ago",
    "after": "after",
    "before": "before",
    "since": "since",
    "within": "within",
    "over": "over during throughout",
    "for": "for",
    "by": "by",
    "approx": "about around nearly almost exactly just roughly approximately only barely some",
    "than": "than",
    "more": "more less fewer",
    "least": "least most",
    "up": "up",
    "half": "half",
    "few": "few",
    "several": "several",
    "couple": "couple",
    "many": "many countless",
    "other": "other another",
    "last": "last",
    "past": "past",
    "previous": "previous preceding prior",
    "next": "next",
    "following": "following",
    "coming": "coming upcoming",
    "subsequent": "subsequent ensuing",
    "current": "current present",
    "this": "this",
    "that": "that",
    "same": "same",
    "recent": "recent",
    "latest": "latest",
    "each": "every each",
    "lead": "whole entire full consecutive straight successive additional long short",
    "hence": "hence",
    "oclock": "o'clock o’clock oclock hrs",
    "zone": "gmt utc est edt local bst cet pst pdt",
    "overnight": "overnight",
    "tonight": "tonight",
    "soon": "soon shortly immediately",
    "then": "then",
    "time": "time moment",
    "these": "these those",
    "writing": "writing",
    "right": "right",
    "once": "once twice thrice times",
    "per": "per",
    "old": "old",
    "aged": "aged age",
    "prison": "prison jail imprisonment sentence sentences",
    "long": "lasting",
    "thereafter": "thereafter afterward afterwards",
    "future": "future",
    "fiscal": "fiscal",
    "period": "period",
    "as": "as",
    "wee": "wee small",
    "near": "near foreseeable immediate",
    "term": "term",
    "ahead": "ahead",
    "corresponding": "corresponding comparable",
    "later": "later",
    "earlier": "earlier",
}
"""Function words of the grammar, by class; the classes of the tables above are added in tokens.py."""

NAME_NOUNS = frozenset(
    "movement brigade brigades square street revolution university coalition hospital group organization organisation "
    "front avenue bridge school camp alliance party battalion martyrs forum district neighborhood neighbourhood stadium "
    "airport road council committee foundation institute museum base mosque agreement accords college dam".split()
)
"""Capitalised nouns that make a name of the date before them ("the March 23 Movement", "26 September University")."""

THING_NOUNS = frozenset("people persons men women children soldiers fighters prisoners inmates civilians troops".split())
"""Nouns after which a number before them counts and does not date."""
