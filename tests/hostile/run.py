"""Makes thousands of hostile course files, opens each, and prints a table: ``make hostile``."""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
# Run as a file, this one sees only its own folder.
sys.path[:1] = [str(TESTS)]

from hostile.bases import FULL, SIGNED, SMALL, write_bases  # noqa: E402
from hostile.document import put_table  # noqa: E402
from hostile.forgeries import FORGERIES, Forgery, forge  # noqa: E402
from hostile.mutations import mutated  # noqa: E402
from hostile.pages import PAGE_DAMAGES, PageDamage  # noqa: E402
from hostile.trial import Child, HostileFile, Trial, Verdict, verdicts  # noqa: E402

REPORT = TESTS.parent / "build" / "hostile.json"
FILES = 5_000
_FLIPPED, _DAMAGED = 0.45, 0.25
"""Shares of the files whose bytes are changed blindly and whose pages are damaged; the rest is forged."""
_BLIND = "bytes flipped, cut, spliced"


@dataclass(slots=True)
class Result:
    """What all files of one kind did."""

    kind: str
    files: int = 0
    told: int = 0
    slowest_seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Try everything, print the table; 1 when a file did harm."""
    parser = argparse.ArgumentParser(prog="hostile", description=__doc__)
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--unlimited", action="store_true", help="no limits, as AddressSanitizer needs")
    parser.add_argument("--document", action="store_true", help="put the table into docs/hostile-files.md")
    chosen = parser.parse_args(arguments)
    since = time.monotonic()
    work = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="hostile-", dir=work) as folder:
        options = ("--unlimited",) if chosen.unlimited else ()
        results = tried(Path(folder), chosen.seed, chosen.files, chosen.processes, *options)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps([asdict(one) for one in results], indent=1), encoding="utf-8")
    print(table(results))
    print(f"{time.monotonic() - since:.0f} s", file=sys.stderr)
    for one in results:
        for fault in one.faults:
            print(f"{one.kind}: {fault}", file=sys.stderr)
    if chosen.document:
        put_table("course files", table(results))
    return int(any(one.faults for one in results))


def tried(folder: Path, seed: int, count: int, processes: int = 1, *options: str) -> list[Result]:
    """Open ``count`` files in several processes at once; the same seed gives the same files."""
    bases = write_bases(folder / "bases")
    with ThreadPoolExecutor(processes) as pool:
        parts = [
            pool.submit(_part, folder / f"part-{n}", bases, seed, range(n, count, processes), options)
            for n in range(processes)
        ]
        found = [verdict for part in parts for verdict in part.result()]
    results: dict[str, Result] = {kind: Result(kind) for kind in _kinds()}
    for verdict in found:
        result = results[verdict.kind]
        result.files += 1
        result.told += verdict.is_told
        result.slowest_seconds = max(result.slowest_seconds, verdict.seconds)
        if verdict.fault:
            result.faults.append(verdict.fault)
    return list(results.values())


def table(results: Sequence[Result]) -> str:
    """Return the results as a table in Markdown."""
    head = "| what was done to the file | files | told as damaged | slowest, s | harm |"
    rule = "|---|---:|---:|---:|---:|"
    lines = [_line(one) for one in results]
    total = Result("**all**", sum(one.files for one in results), sum(one.told for one in results))
    total.slowest_seconds = max(one.slowest_seconds for one in results)
    total.faults = [fault for one in results for fault in one.faults]
    return "\n".join([head, rule, *lines, _line(total)])


def _line(one: Result) -> str:
    return f"| {one.kind} | {one.files:,} | {one.told:,} | {one.slowest_seconds:.1f} | {len(one.faults)} |"


def _kinds() -> list[str]:
    return [
        _BLIND,
        *(f"page: {one.name}" for one in PAGE_DAMAGES),
        *(f"forged: {one.name}" for one in FORGERIES),
    ]


def _part(
    folder: Path, bases: dict[str, Path], seed: int, numbers: range, options: tuple[str, ...]
) -> list[Verdict]:
    folder.mkdir(parents=True)
    with Child(folder / "scratch", None, *options) as child:
        return list(verdicts(Trial(child, bases), _files(folder, bases, seed, numbers)))


def _files(folder: Path, bases: dict[str, Path], seed: int, numbers: range) -> Iterator[HostileFile]:
    sound = {name: path.read_bytes() for name, path in bases.items()}
    for number in numbers:
        chance = random.Random(f"{seed} {number}")
        base = chance.choice((FULL, SMALL, SMALL, SIGNED))
        path = folder / f"{number}.course"
        share = chance.random()
        if share < _FLIPPED:
            path.write_bytes(_blind(sound[base], chance, list(sound.values())))
            yield HostileFile(_BLIND, path, base, is_forged=False, shows_pages=number % 10 == 0)
        elif share < _FLIPPED + _DAMAGED:
            damage = PAGE_DAMAGES[number % len(PAGE_DAMAGES)]
            _damage(sound[base], path, damage, chance)
            yield HostileFile(
                f"page: {damage.name}", path, base, is_forged=False, shows_pages=number % 10 == 0
            )
        else:
            forgery = FORGERIES[number % len(FORGERIES)]
            # Most forgeries change what only the full course has.
            base = SIGNED if chance.random() < 0.2 else FULL
            forge(bases[base], path, forgery, chance)
            yield _forged(forgery, path, base)


def _forged(forgery: Forgery, path: Path, base: str) -> HostileFile:
    # Nobody but the signer can make a signature fit, so a signed course never shows other words.
    is_forged = forgery.fits and (base != SIGNED or forgery.name == "signature")
    return HostileFile(f"forged: {forgery.name}", path, base, is_forged, shows_pages=True)


def _damage(sound: bytes, path: Path, damage: PageDamage, chance: random.Random) -> None:
    data = bytearray(sound)
    for _ in range(chance.choice((1, 1, 3))):
        damage.damage(data, chance)
    path.write_bytes(data)


def _blind(sound: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    if chance.random() < 0.4:
        return mutated(sound, chance, others)
    # Most of a file is empty pages and media: aim where rows stand.
    data = bytearray(sound)
    for _ in range(chance.choice((1, 1, 2, 4))):
        page = chance.randrange(len(data) // 16_384) * 16_384
        filled = [place for place in range(page, page + 16_384) if data[place]]
        if filled:
            data[chance.choice(filled)] ^= chance.randrange(1, 256)
    return bytes(data)


if __name__ == "__main__":
    sys.exit(main())
