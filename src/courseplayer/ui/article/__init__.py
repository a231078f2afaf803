"""Articles: formatted text with pictures from the course, and nothing from anywhere else."""
