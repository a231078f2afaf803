"""Searching a course, and jumping to the exact place of a hit."""
