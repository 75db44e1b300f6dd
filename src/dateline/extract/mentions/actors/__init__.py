"""Actors: names of the register, names in the text, described actors, and words that point back."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.mentions.actors.acronyms import Acronyms, define_acronyms, imply_acronyms, use_acronyms
from dateline.extract.mentions.actors.acting_demonyms import find_acting_demonyms
from dateline.extract.mentions.actors.anaphors import find_anaphors
from dateline.extract.mentions.actors.described import find_described
from dateline.extract.mentions.actors.documents import find_documents
from dateline.extract.mentions.actors.echoes import find_echoes
from dateline.extract.mentions.actors.foreign_names import find_foreign_names
from dateline.extract.mentions.actors.proper_names import find_proper_names
from dateline.extract.mentions.actors.register_names import find_acting_countries, find_register_names
from dateline.extract.mentions.actors.scan import Scan
from dateline.model.document import Document
from dateline.model.mention import Mention
from dateline.model.parse import Sentence
from dateline.resources.actors import load_register

__all__ = ["find"]


def find(document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the actor mentions of a document, in text order, none inside another."""
    register = load_register()
    acronyms = Acronyms()
    scans = [Scan(sentence, register) for sentence in sentences]
    for scan in scans:
        find_register_names(scan)
        find_foreign_names(scan)
        find_proper_names(scan)
        define_acronyms(scan, acronyms)
    imply_acronyms(scans, acronyms)
    find_echoes(scans)
    out: list[Mention] = []
    for scan in scans:
        use_acronyms(scan, acronyms)
        find_described(scan)
        find_acting_countries(scan)
    find_acting_demonyms(scans)
    find_documents(scans)
    for scan in scans:
        find_anaphors(scan)
        found = [f for f in (*scan.names, *scan.described) if not f.taken]
        found.sort(key=lambda f: (f.first, -f.last))
        out.extend(scan.mention(f, document.text) for f in found)
    return out
