"""A model run over windows, what it says gathered back into texts."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from training.examples import Example, batch, packed
from training.model import Reader
from training.predicted import Predicted
from training.scheme import RELATIONS


def predict(model: Reader, items: Sequence[Example], pad: int, room: int = 4096) -> list[Predicted]:
    """Return the scores of every text of which `items` are windows."""
    out: dict[str, Predicted] = {e.text.id: Predicted(e.text) for e in items}
    model.eval()
    with torch.inference_mode():
        for group in packed(sorted(items, key=lambda e: len(e.window.ids)), room):
            data = batch(group, pad)
            values = model(data.ids, data.mask)
            words = values[data.rows, data.columns]
            for b, (first, e) in enumerate(zip(data.firsts, group, strict=True)):
                mine = words[first : first + len(e.words)]
                _gather(model, out[e.text.id], e, mine, values[b])
    return list(out.values())


def _gather(model: Reader, into: Predicted, e: Example, words: torch.Tensor, pieces: torch.Tensor) -> None:
    table = words.numpy()
    into.words.update(zip(e.words, table, strict=True))
    for part in e.window.parts:
        into.marks.setdefault(part.sentence, []).append(pieces[part.mark].numpy())
    into.starts.append(pieces[0].numpy())
    for relation, anchor, targets in e.pointers:
        heads, name = model.split(words), RELATIONS[relation]
        query, keys = heads[f"{name}.anchor"][anchor : anchor + 1], heads[f"{name}.target"]
        scores = model.pointing(relation, query, keys, torch.tensor([anchor]))[0].tolist()
        told = dict(zip(e.words, scores[:-1], strict=True))
        into.pointed.append((name, e.words[anchor], [e.words[t] for t in targets], told, scores[-1]))
