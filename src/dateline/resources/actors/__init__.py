"""The actor register, the tables of states, and the nouns that describe actors."""

from dateline.resources.actors.keys import ActorKey
from dateline.resources.actors.model import Actor, CountryTerm, Hit, Role, RoleNoun
from dateline.resources.actors.normal import Part, parts, skeletons
from dateline.resources.actors.register import ActorRegister, load_register

__all__ = [
    "Actor", "ActorKey", "ActorRegister", "CountryTerm", "Hit", "Part", "Role", "RoleNoun", "load_register", "parts", "skeletons",
]  # fmt: skip
