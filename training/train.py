"""Training: seeds fixed, checkpoints kept, a stopped run taken up where it was."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

import torch
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from training.examples import Example, batch, plan
from training.model import Reader, losses
from training.settings import Settings


class Course:
    """A model, its optimiser, and how far they are."""

    def __init__(self, settings: Settings, steps: int) -> None:
        """Begin at step 0 of `steps`."""
        torch.manual_seed(settings.seed)
        self.settings = settings
        self.model = Reader(settings)
        slow = [p for n, p in self.model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
        fast = [p for n, p in self.model.named_parameters() if not n.startswith("encoder.")]
        groups = [{"params": slow, "lr": settings.rate}, {"params": fast, "lr": settings.head_rate}]
        self.optimizer = AdamW(groups, weight_decay=settings.decay)
        warm = max(1, int(steps * settings.warm_up))
        self.schedule = LambdaLR(self.optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / max(1, steps - warm))))
        self.step = 0

    def save(self, path: Path) -> None:
        """Write a checkpoint, the file appearing when it is complete."""
        state = {"step": self.step, "settings": json.dumps(asdict(self.settings), sort_keys=True)}
        for name in ("model", "optimizer", "schedule"):
            state[name] = getattr(self, name).state_dict()
        part = path.with_suffix(".part")
        torch.save(state, part)
        part.replace(path)

    def resume(self, path: Path) -> None:
        """Take up a checkpoint, unless there is none or it is of other settings."""
        if not path.is_file():
            return
        state = torch.load(path, weights_only=True)
        if state["settings"] != json.dumps(asdict(self.settings), sort_keys=True):
            return
        for name in ("model", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(state[name])
        self.step = state["step"]
        print(f"resumed at step {self.step}", file=sys.stderr, flush=True)

    def learn(self, items: list[Example], pad: int) -> dict[str, float]:
        """Take one step on a batch and return the losses of its tasks."""
        data = batch(items, pad)
        torch.manual_seed(self.settings.seed + self.step)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            values = self.model(data.ids, data.mask).float()
        with torch.autocast("cpu", enabled=False):
            lost = losses(self.model, data, values)
            total = sum((self.settings.weights[task] * loss for task, loss in lost.items()), torch.zeros(()))
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.schedule.step()
        self.step += 1
        return {task: float(loss.detach()) for task, loss in lost.items()}


def train(items: list[Example], pad: int, settings: Settings, work: Path) -> Reader:
    """Return the trained model; `work` holds the checkpoint."""
    plans = [list(plan(items, settings, epoch)) for epoch in range(settings.epochs)]
    steps = [group for groups in plans for group in groups]
    course = Course(settings, len(steps))
    checkpoint = work / "checkpoint.pt"
    course.resume(checkpoint)
    course.model.train()
    began = saved = time.monotonic()
    running: dict[str, float] = {}
    for group in steps[course.step :]:
        for task, loss in course.learn(group, pad).items():
            running[task] = 0.98 * running.get(task, loss) + 0.02 * loss
        if course.step % 50 == 0:
            told = " ".join(f"{task} {loss:.3f}" for task, loss in sorted(running.items()))
            print(f"step {course.step}/{len(steps)} {time.monotonic() - began:.0f} s  {told}", file=sys.stderr, flush=True)
        if time.monotonic() - saved > settings.checkpoint_minutes * 60:
            course.save(checkpoint)
            saved = time.monotonic()
    course.save(checkpoint)
    course.model.eval()
    return course.model
