"""The .course file: one SQLite store, written once, opened read-only and never trusted."""
