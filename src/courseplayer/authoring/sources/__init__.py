"""One reader for each kind of source a trainer can have."""
