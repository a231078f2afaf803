"""Fuzzes every parser, or those named, and prints a table: ``make fuzz``; an hour without arguments."""

import argparse
import importlib.util
import json
import os
import random
import re
import subprocess
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
# Run as a file, this one sees only its own folder.
sys.path[:1] = [str(TESTS)]

from fuzz.targets import LONGEST_INPUT_BYTES, PATIENCE_S, TARGETS, Target, corpus_of, run  # noqa: E402
from hostile.document import put_table  # noqa: E402
from hostile.mutations import mutated  # noqa: E402

WORK = TESTS.parent / "build" / "fuzz"
_HOUR_S = 3_600
_CLOCK_PATIENCE_S = 120
_MEMORY_MB = 3_000
_MOST_FAULTS = 5
_EXECUTED = re.compile(rb"number_of_executed_units: (\d+)")
_FAULT = re.compile(rb"=== Uncaught Python exception: ===\s*\n([^\n]*)|ERROR: libFuzzer: ([^\n]*)")


@dataclass(slots=True)
class Result:
    """What was done to one parser; ``faults`` name what went wrong and the file with the input."""

    target: str
    engine: str
    inputs: int = 0
    seconds: float = 0.0
    corpus: int = 0
    faults: list[str] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz one parser after the other; 1 when a fault was found."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, help="for each parser; by default an hour for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--document", action="store_true", help="put the table into docs/hostile-files.md")
    chosen = parser.parse_args(arguments)
    names = chosen.targets or list(TARGETS)
    if unknown := set(names) - set(TARGETS):
        parser.error(f"there is no parser called {', '.join(sorted(unknown))}")
    seconds = chosen.seconds or -(-_HOUR_S // len(names))
    results = []
    for name in names:
        results.append(_fuzzed(TARGETS[name], seconds, chosen.seed))
        print(results[-1], file=sys.stderr, flush=True)
        WORK.mkdir(parents=True, exist_ok=True)
        text = json.dumps([asdict(one) for one in results], indent=1)
        (WORK / "results.json").write_text(text, encoding="utf-8")
    print(table(results))
    if chosen.document:
        put_table("fuzzing", table(results))
    return int(any(one.faults for one in results))


def table(results: Sequence[Result]) -> str:
    """Return the results as a table in Markdown."""
    head = "| parser | engine | inputs | seconds | faults |\n|---|---|---:|---:|---:|"
    lines = [
        f"| {one.target} | {one.engine} | {one.inputs:,} | {one.seconds:.0f} | {len(one.faults)} |"
        for one in results
    ]
    inputs, seconds = sum(one.inputs for one in results), sum(one.seconds for one in results)
    faults = sum(len(one.faults) for one in results)
    return "\n".join([head, *lines, f"| **all** | | **{inputs:,}** | **{seconds:,.0f}** | **{faults}** |"])


def _fuzzed(target: Target, seconds: float, seed: int) -> Result:
    if importlib.util.find_spec("atheris") is None:
        return with_mutations(target, seconds, seed)
    folder = WORK / target.name
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    result = Result(target.name, "atheris")
    ends_at = time.monotonic() + seconds
    while time.monotonic() + 1 < ends_at and len(result.faults) < _MOST_FAULTS:
        _run_atheris(target, folder, ends_at - time.monotonic(), seed + len(result.faults), result)
    result.corpus = sum(1 for _ in (folder / "corpus").iterdir())
    return result


def _run_atheris(target: Target, folder: Path, seconds: float, seed: int, result: Result) -> None:
    since = time.monotonic()
    kept = [str(corpus_of(target)[0].parent)] if corpus_of(target) else []
    done = subprocess.run(
        (
            sys.executable, str(TESTS / "fuzz" / "child.py"), target.name, f"-max_total_time={int(seconds)}",
            f"-timeout={_CLOCK_PATIENCE_S}", f"-rss_limit_mb={_MEMORY_MB}", f"-max_len={LONGEST_INPUT_BYTES}",
            f"-seed={seed}", f"-artifact_prefix={folder}{os.sep}", "-print_final_stats=1",
            str(folder / "corpus"), *kept,
        ),
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    (folder / "log.txt").write_bytes(done.stderr)
    result.seconds += time.monotonic() - since
    if executed := _EXECUTED.search(done.stderr):
        result.inputs += int(executed[1])
    if done.returncode:
        found = _FAULT.search(done.stderr)
        what = (found[1] or found[2]) if found else f"ended with {done.returncode}".encode()
        result.faults.append(what.decode("utf-8", "replace"))


def with_mutations(target: Target, seconds: float, seed: int, most_inputs: int | None = None) -> Result:
    """Fuzz without atheris: the kept inputs, changed blindly; the same seed gives the same inputs."""
    chance = random.Random(f"{seed} {target.name}")
    kept = [path.read_bytes() for path in corpus_of(target)]
    result = Result(target.name, "mutations")
    since = time.monotonic()
    while time.monotonic() - since < seconds and result.inputs != most_inputs:
        data = mutated(chance.choice(kept), chance, kept)[:LONGEST_INPUT_BYTES]
        began = time.process_time()
        try:
            run(target, data)
        except Exception:  # noqa: BLE001 - whatever a parser raises is what is looked for
            result.faults.append(f"{traceback.format_exc(limit=-3)}{data!r}")
        if time.process_time() - began > PATIENCE_S:
            result.faults.append(f"took longer than {PATIENCE_S:.0f} s: {data!r}")
        result.inputs += 1
        if len(result.faults) >= _MOST_FAULTS:
            break
    result.seconds = time.monotonic() - since
    return result


if __name__ == "__main__":
    sys.exit(main())
