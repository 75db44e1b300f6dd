"""The set lists of MUC-4 (TD 7, template-doc-part2) and the words by which the things and people of an entry fall under them.

A crosswalk: which category "embassy" or "judge" belongs to. The first row with a word of the phrase wins.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.resolution import ActorKind

Rows = Sequence[tuple[str, frozenset[str]]]


def _rows(table: dict[str, str]) -> Rows:
    return [(name.partition("|")[0], frozenset(words.upper().split())) for name, words in table.items()]


_INSTRUMENTS = _rows(
    {
        "VEHICLE BOMB": "car-bomb carbomb",
        "MOLOTOV COCKTAIL": "molotov firebomb firebombs",
        "MACHINE GUN": (
            "machinegunned machinegun machineguns machine-gun machine-guns submachinegun submachineguns submachine machine uzi"
        ),
        "GRENADE": "grenade grenades rpg",
        "DYNAMITE": "dynamite dynamited",
        "MINE": "mine mines landmine landmines",
        "MORTAR": "mortar mortars",
        "ROCKET": "rocket rockets bazooka",
        "MISSILE": "missile missiles",
        "BOMB": "bomb bombs bombing bombings bombed carbombs",
        "RIFLE": "rifle rifles carbine m-16 ak-47 galil shotgun shotguns",
        "HANDGUN": "pistol pistols revolver revolvers handgun handguns",
        "CUTTING DEVICE": "knife knives machete machetes ax axe axes dagger bayonet bayonets sword",
        "GUN": (
            "gun guns gunfire bullet bullets firearm firearms weapon weapons gunshot gunshots shots shot shoot shooting gunned"
        ),
        "EXPLOSIVE": "explosive explosives tnt charge charges device devices",
        "STONE": "stone stones rocks",
        "FIRE": "fire gasoline",
        "TORTURE": "torture",
    }
)
_VEHICLES = frozenset("CAR TRUCK VEHICLE BUS VAN".split())

_PHYSICAL = _rows(
    {
        "DIPLOMAT OFFICE OR RESIDENCE": "embassy embassies consulate ambassador ambassador's diplomat diplomats diplomatic",
        "LAW ENFORCEMENT FACILITY": "police prison jail constabulary",
        "FINANCIAL": "bank banks financial savings",
        "COMMUNICATIONS": (
            "telephone telephones telecommunications radio television tv communications antel newspaper relay antenna"
        ),
        "WATER": "water aqueduct",
        "TRANSPORTATION ROUTE": "bridge bridges road roads highway highways railroad railway track tracks tunnel",
        "TRANSPORTATION FACILITY": "airport airports terminal port railroad-station",
        "TRANSPORT VEHICLE": (
            "vehicle vehicles car cars bus buses truck trucks plane planes aircraft airplane airplanes airliner "
            "helicopter helicopters boat ship train trains jeep jeeps taxi taxis van minibus minibuses motorcycle "
            "ambulance ambulances convoy trailers tankers"
        ),
        "ENERGY": (
            "electric electrical electricity power pipeline pipelines oil substation substations pylon pylons "
            "tower towers transformer transformers energy hydroelectric wells"
        ),
        "POLITICAL FIGURE OFFICE OR RESIDENCE": "party campaign candidate candidate's arena",
        "GOVERNMENT OFFICE OR RESIDENCE": (
            "ministry ministries government mayor mayor's municipal presidential palace congress court courthouse "
            "assembly town-hall governor governor's minister minister's prosecutor's treasury customs hall"
        ),
        "COMMERCIAL": (
            "store stores shop shops restaurant restaurants hotel hotels company companies factory factories "
            "plant plants supermarket supermarkets market markets warehouse warehouses dealership brothel "
            "brothels business businesses firm firms shopping commercial cinema theater industry enterprise "
            "enterprises mill gas service cafe bar bars"
        ),
        "CIVILIAN RESIDENCE": "home homes house houses residence residences dwelling dwellings apartment apartments hut huts",
        "ORGANIZATION OFFICE": "union headquarters office offices association federation confederation institute organization",
    }
)
_LEGAL = "judge judges lawyer lawyers attorney attorneys prosecutor magistrate magistrates judicial jurist justice investigators"
_HUMAN = _rows(
    {
        "DIPLOMAT": "ambassador ambassadors diplomat diplomats consul embassy attache",
        "LEGAL OR JUDICIAL": _LEGAL,
        "SECURITY GUARD": "guard guards bodyguard bodyguards watchman watchmen escort escorts security",
        "LAW ENFORCEMENT": (
            "police policeman policemen policewoman patrolman patrolmen carabinero carabineros detective detectives"
        ),
        "ACTIVE MILITARY": (
            "soldier soldiers army military general colonel lieutenant captain major sergeant corporal marine "
            "marines troops officer officers navy conscripts"
        ),
        "POLITICAL FIGURE": "candidate candidates leader leaders politician politicians party senator deputy deputies",
        "GOVERNMENT OFFICIAL": (
            "mayor mayors minister ministers governor governors official officials president councilman "
            "councilmen secretary vice-president government authorities commissioner"
        ),
    }
)
_BY_KIND = {
    ActorKind.STATE_FORCE: "ACTIVE MILITARY",
    ActorKind.GOVERNMENT: "GOVERNMENT OFFICIAL",
    ActorKind.POLITICAL: "POLITICAL FIGURE",
}
_FORMER = frozenset({"FORMER", "RETIRED", "EX"})
_NATIONS = {"RUSSIA": "USSR", "SOVIET UNION": "USSR", "CHINA": "PEOPLES REP OF CHINA"}
_AREAS = {"AR": "PROVINCE", "EC": "PROVINCE", "CR": "PROVINCE", "PA": "PROVINCE", "CL": "REGION", "US": "STATE", "MX": "STATE"}


def _first(rows: Rows, words: frozenset[str]) -> str | None:
    return next((name for name, heads in rows if heads & words), None)


def _words(phrase: str) -> frozenset[str]:
    return frozenset(phrase.upper().replace(",", " ").replace('"', " ").split())


def instrument_type(phrase: str) -> str | None:
    """Return the instrument type of a phrase, none for what is on no list."""
    words = _words(phrase)
    found = _first(_INSTRUMENTS, words)
    return "VEHICLE BOMB" if found == "BOMB" and words & _VEHICLES else found


def physical_type(phrase: str) -> str:
    """Return the type of a physical target."""
    return _first(_PHYSICAL, _words(phrase)) or "OTHER"


def human_type(phrase: str, kind: ActorKind) -> str:
    """Return the type of a human target out of what is said of it, else of the kind of actor it is."""
    words = _words(phrase)
    found = _first(_HUMAN, words) or _BY_KIND.get(kind, "CIVILIAN")
    if words & _FORMER and found in ("GOVERNMENT OFFICIAL", "ACTIVE MILITARY"):
        return f"FORMER {found}"
    return found


def nation(name: str) -> str:
    """Return a country as the lists call it."""
    return _NATIONS.get(name.upper(), name.upper())


def area_type(country: str | None) -> str:
    """Return what the lists call the largest subdivisions of a country."""
    return _AREAS.get(country or "", "DEPARTMENT")
