"""Mentions of actors, places, facilities, dates, quantities, instruments, outlets and slogans."""
