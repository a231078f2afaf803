"""The names of things in a course; the shelf needs no more of one to be painted."""

from typing import NewType

CourseId = NewType("CourseId", str)
StepId = NewType("StepId", str)
AssetId = NewType("AssetId", int)
"""Names one picture, video, audio or download inside one course file."""
