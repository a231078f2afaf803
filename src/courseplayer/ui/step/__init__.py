"""A step in the window: its medium, article, practice questions, answers, downloads and links."""
