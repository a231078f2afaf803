"""Starts the command line; with no command the window opens."""

import sys

from courseplayer.cli import main

if __name__ == "__main__":
    sys.exit(main())
