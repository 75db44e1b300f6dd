"""The tables. Column names are those of the record; see docs/record.md.

Tables without row ids keep their rows in key order, so that two databases with the same content are the same whatever
order the documents were finished in.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = String(80)


def _key(name: str, *columns: Column[Any] | ForeignKeyConstraint | Index) -> Table:
    return Table(name, metadata, *columns, sqlite_with_rowid=False)


def _of_coded() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["document", "run"], ["coded.document", "coded.run"], ondelete="CASCADE")


blobs = Table(
    "blobs",
    metadata,
    Column("sha256", ID, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False, comment="raw bytes, zlib"),
)

texts = Table(
    "texts",
    metadata,
    Column("text_id", ID, primary_key=True, comment="SHA-256 of the text"),
    Column("size", Integer, nullable=False, comment="characters"),
    Column("text", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", ID, primary_key=True),
    Column("sha256", ID, nullable=False, comment="of the raw bytes"),
    Column("locator", Text, nullable=False, index=True),
    Column("outlet", Text),
    Column("retrieved", Text),
    Column("text_id", ID, ForeignKey("texts.text_id"), nullable=False, index=True),
    Column("language", String(8), nullable=False),
    Column("title", Text),
    Column("published", JSON(none_as_null=True), comment="the stated date: iso, basis, span"),
    Column("metadata", JSON, nullable=False),
    Column("zones", JSON, nullable=False, comment="[kind, start, end, reason] each"),
    Column("fingerprint", ID, nullable=False, comment="hash of all that coding depends on"),
)

runs = _key(
    "runs",
    Column("id", ID, primary_key=True),
    Column("code", Text, nullable=False),
    Column("configuration", Text, nullable=False),
    Column("resources", Text, nullable=False),
)

coded = _key(
    "coded",
    Column("document", ID, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("run", ID, ForeignKey("runs.id"), primary_key=True),
    Column("ordinal", Integer, nullable=False, comment="the highest of a document is its current run"),
    Column("text_id", ID, ForeignKey("texts.text_id"), nullable=False, index=True),
    Column("fingerprint", ID, nullable=False, comment="the document's when it was coded"),
    Column("publication", JSON, nullable=False),
)

events = _key(
    "events",
    Column("document", ID, primary_key=True),
    Column("run", ID, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", ID, nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("start", Integer, nullable=False, comment="of the anchor"),
    Column("end", Integer, nullable=False),
    Column("sentence", Integer, nullable=False),
    Column("generic", Boolean, nullable=False),
    Column("anaphoric", Boolean, nullable=False),
    Column("told_apart", Boolean, nullable=False),
    Column("title", Boolean, nullable=False),
    _of_coded(),
)

claims = _key(
    "claims",
    Column("version", ID, primary_key=True, comment="hash of the whole row: a claim as one run wrote it"),
    Column("id", ID, nullable=False, index=True),
    Column("text_id", ID, ForeignKey("texts.text_id"), nullable=False, index=True),
    Column("event", ID, nullable=False),
    Column("field", Text, nullable=False),
    Column("value", JSON),
    Column("text", Text, nullable=False, comment="as written"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("said_by", JSON, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("decided_by", JSON, nullable=False),
)

document_claims = _key(
    "document_claims",
    Column("document", ID, primary_key=True),
    Column("run", ID, primary_key=True),
    Column("event", Integer, primary_key=True, autoincrement=False, comment="position of the event"),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("claim", ID, ForeignKey("claims.version"), nullable=False, index=True),
    _of_coded(),
)

skipped = _key(
    "skipped",
    Column("document", ID, primary_key=True),
    Column("run", ID, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    _of_coded(),
)

entries = _key(
    "entries",
    Column("id", ID, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("start", Text, index=True),
    Column("end", Text),
    Column("record", JSON, nullable=False, comment="the entry but for its claims"),
)


def _of_entry(name: str, *columns: Column[Any]) -> Table:
    return _key(
        name,
        Column("entry", ID, ForeignKey("entries.id", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *columns,
    )


entry_claims = _of_entry(
    "entry_claims",
    Column("claim", ID, ForeignKey("claims.version"), nullable=False, index=True),
    Column("document", ID, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("outlet", Text),
    Column("published", Text),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
)

entry_events = _of_entry("entry_events", Column("event", ID, nullable=False, index=True))

entry_participants = _of_entry(
    "entry_participants",
    Column("role", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, comment="the name without case, for search"),
    Column("actor_id", ID, index=True),
    Column("private", Boolean, nullable=False),
)

entry_places = _of_entry(
    "entry_places",
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("country", String(2), index=True),
    Column("admin1", Text),
    Column("gazetteer_id", ID),
)

entry_aliases = _key(
    "entry_aliases",
    Column("alias", ID, primary_key=True),
    Column("entry", ID, nullable=False, index=True),
)

links = _key(
    "links",
    Column("left", ID, primary_key=True),
    Column("right", ID, primary_key=True),
    Column("document", ID, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
)

linked = _key(
    "linked",
    Column("document", ID, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("run", ID, nullable=False, comment="the run whose events were joined"),
    Column("fingerprint", ID, nullable=False),
    Column("version", ID, nullable=False, comment="hash of the joining code and of the judgements"),
)

judgements = _key(
    "judgements",
    Column("id", ID, primary_key=True),
    Column("action", Text, nullable=False),
    Column("subjects", JSON, nullable=False),
    Column("person", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("note", Text, nullable=False),
)

rejects = _key(
    "rejects",
    Column("locator", Text, primary_key=True),
    Column("step", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

log = _key(
    "log",
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("previous", ID, nullable=False, comment="digest of the row before"),
    Column("digest", ID, nullable=False),
)
