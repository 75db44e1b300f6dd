"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "blobs",
    "texts",
    "documents",
    "runs",
    "coded",
    "events",
    "claims",
    "document_claims",
    "skipped",
    "entries",
    "entry_claims",
    "entry_events",
    "entry_participants",
    "entry_places",
    "entry_aliases",
    "links",
    "linked",
    "judgements",
    "rejects",
    "log",
)


def upgrade() -> None:
    """Make the tables."""
    _blobs()
    _texts()
    _documents()
    _runs()
    _coded()
    _events()
    _claims()
    _document_claims()
    _skipped()
    _entries()
    _entry_claims()
    _entry_events()
    _entry_participants()
    _entry_places()
    _entry_aliases()
    _links()
    _linked()
    _judgements()
    _rejects()
    _log()


def downgrade() -> None:
    """Drop the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _blobs() -> None:
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String(length=80), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False, comment="raw bytes, zlib"),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blobs")),
    )


def _texts() -> None:
    op.create_table(
        "texts",
        sa.Column("text_id", sa.String(length=80), nullable=False, comment="SHA-256 of the text"),
        sa.Column("size", sa.Integer(), nullable=False, comment="characters"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("text_id", name=op.f("pk_texts")),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("sha256", sa.String(length=80), nullable=False, comment="of the raw bytes"),
        sa.Column("locator", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("retrieved", sa.Text(), nullable=True),
        sa.Column("text_id", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.JSON(none_as_null=True), nullable=True, comment="the stated date: iso, basis, span"),
        sa.Column("metadata", sa.JSON(), nullable=False),
        sa.Column("zones", sa.JSON(), nullable=False, comment="[kind, start, end, reason] each"),
        sa.Column("fingerprint", sa.String(length=80), nullable=False, comment="hash of all that coding depends on"),
        sa.ForeignKeyConstraint(["text_id"], ["texts.text_id"], name=op.f("fk_documents_text_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_locator"), "documents", ["locator"], unique=False)
    op.create_index(op.f("ix_documents_text_id"), "documents", ["text_id"], unique=False)


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("configuration", sa.Text(), nullable=False),
        sa.Column("resources", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
        sqlite_with_rowid=False,
    )


def _coded() -> None:
    op.create_table(
        "coded",
        sa.Column("document", sa.String(length=80), nullable=False),
        sa.Column("run", sa.String(length=80), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="the highest of a document is its current run"),
        sa.Column("text_id", sa.String(length=80), nullable=False),
        sa.Column("fingerprint", sa.String(length=80), nullable=False, comment="the document's when it was coded"),
        sa.Column("publication", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_coded_document"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_coded_run")),
        sa.ForeignKeyConstraint(["text_id"], ["texts.text_id"], name=op.f("fk_coded_text_id")),
        sa.PrimaryKeyConstraint("document", "run", name=op.f("pk_coded")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_coded_text_id"), "coded", ["text_id"], unique=False)


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("document", sa.String(length=80), nullable=False),
        sa.Column("run", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False, comment="of the anchor"),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Integer(), nullable=False),
        sa.Column("generic", sa.Boolean(), nullable=False),
        sa.Column("anaphoric", sa.Boolean(), nullable=False),
        sa.Column("told_apart", sa.Boolean(), nullable=False),
        sa.Column("title", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "run"], ["coded.document", "coded.run"], name=op.f("fk_events_document_run"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "run", "position", name=op.f("pk_events")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_events_id"), "events", ["id"], unique=False)


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("version", sa.String(length=80), nullable=False, comment="hash of the whole row: a claim as one run wrote it"),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("text_id", sa.String(length=80), nullable=False),
        sa.Column("event", sa.String(length=80), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False, comment="as written"),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("said_by", sa.JSON(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("decided_by", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["text_id"], ["texts.text_id"], name=op.f("fk_claims_text_id")),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_claims")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claims_id"), "claims", ["id"], unique=False)
    op.create_index(op.f("ix_claims_text_id"), "claims", ["text_id"], unique=False)


def _document_claims() -> None:
    op.create_table(
        "document_claims",
        sa.Column("document", sa.String(length=80), nullable=False),
        sa.Column("run", sa.String(length=80), nullable=False),
        sa.Column("event", sa.Integer(), autoincrement=False, nullable=False, comment="position of the event"),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.version"], name=op.f("fk_document_claims_claim")),
        sa.ForeignKeyConstraint(
            ["document", "run"], ["coded.document", "coded.run"], name=op.f("fk_document_claims_document_run"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "run", "event", "position", name=op.f("pk_document_claims")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_document_claims_claim"), "document_claims", ["claim"], unique=False)


def _skipped() -> None:
    op.create_table(
        "skipped",
        sa.Column("document", sa.String(length=80), nullable=False),
        sa.Column("run", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "run"], ["coded.document", "coded.run"], name=op.f("fk_skipped_document_run"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "run", "position", name=op.f("pk_skipped")),
        sqlite_with_rowid=False,
    )


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("record", sa.JSON(), nullable=False, comment="the entry but for its claims"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_entries_start"), "entries", ["start"], unique=False)


def _entry_claims() -> None:
    op.create_table(
        "entry_claims",
        sa.Column("entry", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.String(length=80), nullable=False),
        sa.Column("document", sa.String(length=80), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.version"], name=op.f("fk_entry_claims_claim")),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_entry_claims_document"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=op.f("fk_entry_claims_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "position", name=op.f("pk_entry_claims")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_entry_claims_claim"), "entry_claims", ["claim"], unique=False)
    op.create_index(op.f("ix_entry_claims_document"), "entry_claims", ["document"], unique=False)


def _entry_events() -> None:
    op.create_table(
        "entry_events",
        sa.Column("entry", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=op.f("fk_entry_events_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "position", name=op.f("pk_entry_events")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_entry_events_event"), "entry_events", ["event"], unique=False)


def _entry_participants() -> None:
    op.create_table(
        "entry_participants",
        sa.Column("entry", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False, comment="the name without case, for search"),
        sa.Column("actor_id", sa.String(length=80), nullable=True),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=op.f("fk_entry_participants_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "position", name=op.f("pk_entry_participants")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_entry_participants_actor_id"), "entry_participants", ["actor_id"], unique=False)


def _entry_places() -> None:
    op.create_table(
        "entry_places",
        sa.Column("entry", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("admin1", sa.Text(), nullable=True),
        sa.Column("gazetteer_id", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=op.f("fk_entry_places_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "position", name=op.f("pk_entry_places")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_entry_places_country"), "entry_places", ["country"], unique=False)


def _entry_aliases() -> None:
    op.create_table(
        "entry_aliases",
        sa.Column("alias", sa.String(length=80), nullable=False),
        sa.Column("entry", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("alias", name=op.f("pk_entry_aliases")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_entry_aliases_entry"), "entry_aliases", ["entry"], unique=False)


def _links() -> None:
    op.create_table(
        "links",
        sa.Column("left", sa.String(length=80), nullable=False),
        sa.Column("right", sa.String(length=80), nullable=False),
        sa.Column("document", sa.String(length=80), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_links_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("left", "right", "document", name=op.f("pk_links")),
        sqlite_with_rowid=False,
    )


def _linked() -> None:
    op.create_table(
        "linked",
        sa.Column("document", sa.String(length=80), nullable=False),
        sa.Column("run", sa.String(length=80), nullable=False, comment="the run whose events were joined"),
        sa.Column("fingerprint", sa.String(length=80), nullable=False),
        sa.Column("version", sa.String(length=80), nullable=False, comment="hash of the joining code and of the judgements"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_linked_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_linked")),
        sqlite_with_rowid=False,
    )


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subjects", sa.JSON(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgements")),
        sqlite_with_rowid=False,
    )


def _rejects() -> None:
    op.create_table(
        "rejects",
        sa.Column("locator", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("locator", name=op.f("pk_rejects")),
        sqlite_with_rowid=False,
    )


def _log() -> None:
    op.create_table(
        "log",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=80), nullable=False, comment="digest of the row before"),
        sa.Column("digest", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_log")),
        sqlite_with_rowid=False,
    )
