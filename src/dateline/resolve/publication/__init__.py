"""Publication: when the report came out."""

from dateline.resolve.publication.step import PublicationStep

__all__ = ["PublicationStep"]
