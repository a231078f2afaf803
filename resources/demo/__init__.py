"""Draws, speaks and encodes the pictures, videos and downloads of the demo course."""
