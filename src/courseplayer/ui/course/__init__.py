"""A course in the window: its front page and the frame around the outline and the steps."""
