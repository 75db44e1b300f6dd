"""Training of the gate: what tells, before anything is parsed, that a document is about political violence.

    python -m training.gate --data ../shared/data

The rules label the train splits first, in about a quarter of an hour of one core; the labels are kept in `build/training/gate`,
and deleting that folder has them made anew. The rest takes a minute. What came out is told in `weights.json`, beside the weights.
"""
