"""What a person asks for, resumable and harmless to repeat: pipeline and store meet here."""
