"""The shelf: every course at hand, as cards."""
