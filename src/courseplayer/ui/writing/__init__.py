"""Where learners write: the editor, how its text is kept, and the card for answers, reviews and notes."""
