"""What the program is, its licences, and its keyboard shortcuts."""
