"""The type of the fixture that runs the program as a process."""

import subprocess
from collections.abc import Callable

Run = Callable[..., subprocess.CompletedProcess[str]]
"""Takes the words of the command line and, by keyword, environment variables."""
