"""The chronology as text, for terminals and files."""
