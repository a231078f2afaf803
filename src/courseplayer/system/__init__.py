"""The machine: paths, settings, logging, atomic files and cancelling; knows nothing of courses."""
