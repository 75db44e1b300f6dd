"""Alembic's entry: runs the migrations over the connection that `dateline.store.database` hands it."""

from __future__ import annotations

from alembic import context

from dateline.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
