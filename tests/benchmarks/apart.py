"""Runs one function in a process of its own, so that none inherits another's memory, threads or display."""

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.place import FOLDER

_TESTS = Path(__file__).resolve().parents[1]
_IMPORTABLE = (_TESTS, _TESTS.parent / "packaging" / "setup")


class BrokenApartError(Exception):
    """The process did not answer; the text is the last thing that it said."""


def environment_apart(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment in which Python finds the benchmarks, besides what it finds already."""
    given = dict(os.environ if environment is None else environment)
    # As installed: compiled modules are kept, here beside the measurements.
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    given["PYTHONPYCACHEPREFIX"] = str(FOLDER / "compiled")
    inherited = given.get("PYTHONPATH")
    given["PYTHONPATH"] = os.pathsep.join(map(str, (*_IMPORTABLE, *((inherited,) if inherited else ()))))
    return given


def call_apart(
    function: str, *arguments: object, environment: Mapping[str, str] | None = None, patience_s: float = 900
) -> Any:  # noqa: ANN401 - whatever the function gives, as JSON
    """Call ``module:function`` with arguments that JSON can hold, and return its answer."""
    command = (sys.executable, "-m", "benchmarks.apart", function, json.dumps(arguments))
    try:
        done = subprocess.run(
            command,
            env=environment_apart(environment),
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=patience_s,
        )
    except subprocess.TimeoutExpired:
        raise BrokenApartError(f"did not end within {patience_s:.0f} s") from None
    if done.returncode != 0 or not done.stdout.strip():
        said = done.stderr.strip().splitlines() or [f"ended with code {done.returncode} and no words"]
        raise BrokenApartError("\n".join(said[-12:]))
    return json.loads(done.stdout.strip().splitlines()[-1])


def _answer_and_end(function: str, arguments: str) -> None:
    module, name = function.split(":")
    answer = getattr(importlib.import_module(module), name)(*json.loads(arguments))
    sys.stdout.write("\n" + json.dumps(answer) + "\n")
    sys.stdout.flush()
    # Ending well is not what is measured, and players' threads may still run.
    os._exit(0)


if __name__ == "__main__":
    _answer_and_end(*sys.argv[1:])
