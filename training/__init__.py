"""From public training data to the encoder's weights: `python -m training`. Nothing of it is imported at run time."""
