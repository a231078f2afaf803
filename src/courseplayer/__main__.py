"""Starts the command line; with no command the window opens."""

import sys

try:
    from courseplayer.cli import INTERRUPTED, main
except KeyboardInterrupt:
    # Ctrl-C in the first tenth of a second: nothing has begun that would have to be cleaned up.
    sys.exit(130)

if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
