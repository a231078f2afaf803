"""Course Player: a whole online course in one file, for places the internet does not reach."""

__version__ = "0.1.0"
