"""The veil that covers an idle window and asks who is there, and what follows from the answer."""
