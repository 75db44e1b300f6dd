"""What mentions refer to: document date, dates, places, actors, quantities. One folder a step."""
