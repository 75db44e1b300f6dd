"""Gating: what the gate does not take for a report on political violence is not coded, and says so."""

from __future__ import annotations

from dateline.model.claim import Coded, JsonValue
from dateline.model.document import Document, ZoneKind
from dateline.resources.gate import Verdict, load_gate

REASON = "gate: "
"""How the reason begins for which every stretch of a gated document was skipped."""


def gated(document: Document) -> Coded | None:
    """Return a coding without events for a document that does not pass the gate, or none for one that does."""
    gate = load_gate()
    texts = [zone.span.of(document.text) for zone in document.zones if zone.kind is not ZoneKind.FURNITURE]
    if gate is None or not texts:
        return None
    verdict = gate.verdict(texts)
    return None if verdict.passes else _nothing(document, verdict)


def was_gated(coded: Coded) -> bool:
    """Tell whether a document was not coded because of the gate."""
    return any(reason.startswith(REASON) for _, reason in coded.skipped)


def _nothing(document: Document, verdict: Verdict) -> Coded:
    reason = (
        f"{REASON}not about political violence (probability {verdict.probability:.4f}, less than {verdict.threshold:.4f}); "
        "--no-gate codes it"
    )
    skipped = []
    for zone in document.zones:
        furniture = f"furniture: {zone.reason}" if zone.reason else "furniture"
        skipped.append((zone.span, furniture if zone.kind is ZoneKind.FURNITURE else reason))
    return Coded(document.id, document.text_id, _published(document), (), tuple(skipped))


def _published(document: Document) -> dict[str, JsonValue]:
    """Return the stated date of publication; none is inferred, as nothing is read."""
    stated = document.published
    return {
        "start": stated.iso if stated else None,
        "end": stated.iso if stated else None,
        "precision": "day" if stated else None,
        "basis": stated.basis if stated else "unknown",
        "reason": "" if stated else "gated",
    }
