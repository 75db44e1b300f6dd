"""The one place where steps are put in order, from a batch of documents to claims."""

from dateline.pipeline.runner import Config, OrderError, Pipeline

__all__ = ["Config", "OrderError", "Pipeline"]
