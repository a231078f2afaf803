"""Safety copies of what learners wrote: made as one works, looked at, restored."""
