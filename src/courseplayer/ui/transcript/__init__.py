"""The transcript beside a video or sound: read it, search it, click it."""
