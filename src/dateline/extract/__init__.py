"""What the text says: sentences, mentions, events, arguments, reported speech. One folder a step."""
