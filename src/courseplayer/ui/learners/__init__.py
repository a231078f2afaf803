"""Who is learning: the button in the header and the dialog that adds a name."""
