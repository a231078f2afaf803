"""Names that mark a kit and its parts on a disk."""

KIT_NAME = "kit.toml"
COURSES = "courses"
