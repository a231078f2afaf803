"""The page on which the person chooses how the program looks and plays."""
