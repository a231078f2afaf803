"""Builds a course of payloads; run under strace."""

import sys
from pathlib import Path

sys.path[:1] = [str(Path(__file__).resolve().parents[1])]

from hostile.tracing import built_course  # noqa: E402

if __name__ == "__main__":
    print(built_course(Path(sys.argv[1])))
