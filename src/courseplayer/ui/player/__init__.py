"""The player: picture, sound, controls, and what ties them to the transcript."""
