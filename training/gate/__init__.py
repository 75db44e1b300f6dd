"""Training of the gate: what tells, before anything is parsed, that a document is about political violence.

python -m training.gate --data ../shared/data
"""
