"""What trainers have, turned into a course and a .course file."""
