"""Sets up a fresh checkout and starts what `make` was asked for; needs nothing but Python itself."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from refusal import Refusal
from system_packages import (
    COMPARED,
    LIBRARIES,
    SYSTEM_CALLS,
    VIRTUAL_DISPLAY,
    SystemPackage,
    ensure,
    packaging_packages,
    python_packages,
)
from virtual_display import has_display, names_display, virtual_display
from virtual_environment import VirtualEnvironment

ROOT = Path(__file__).resolve().parents[2]
DEMO_SOURCE = ROOT / "resources" / "demo-course"
DEMO_COURSE = ROOT / "build" / "courses" / "demo.course"
BUILDER = tuple(ROOT / "src" / "courseplayer" / room for room in ("course", "coursefile", "authoring"))
SOAK = ROOT / "tests" / "soak" / "run.py"
BENCHMARKS = ROOT / "tests" / "benchmarks" / "run.py"
FUZZING = ROOT / "build" / "atheris"
SCREENSHOTS = ROOT / "build" / "screenshots"
# Nobody looks at a virtual display: a program that hangs there would hang for ever.
TOUR_PATIENCE_SECONDS = 600


def main() -> int:
    """Do one command of the Makefile; a refusal is told on stderr and gives exit code 1."""
    commands = {
        "prepare": _prepare,
        "demo": _demo,
        "run": _run,
        "test": _test,
        "torture": _torture,
        "soak": _soak,
        "hostile": _hostile,
        "fuzz": _fuzz,
        "bench": _bench,
        "screenshots": _screenshots,
    }
    name, *arguments = sys.argv[1:] or ("",)
    if name not in commands:
        print(f"usage: bootstrap.py {{{','.join(commands)}}} …", file=sys.stderr)
        return 2
    try:
        return commands[name](VirtualEnvironment(ROOT), arguments)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _prepare(environment: VirtualEnvironment, arguments: Sequence[str]) -> int:
    _ensure_ready(environment, packaging_packages() if "package" in arguments else ())
    return 0


def _demo(environment: VirtualEnvironment, _arguments: Sequence[str]) -> int:
    _ensure_ready(environment)
    return _build_demo(environment)


def _test(environment: VirtualEnvironment, arguments: Sequence[str]) -> int:
    _ensure_ready(environment, (SYSTEM_CALLS,))
    return _call((str(environment.python), "-m", "pytest", *arguments))


def _torture(environment: VirtualEnvironment, arguments: Sequence[str]) -> int:
    _ensure_ready(environment, (SYSTEM_CALLS,))
    return _call((str(environment.python), str(ROOT / "tests" / "torture" / "run.py"), *arguments))


def _soak(environment: VirtualEnvironment, arguments: Sequence[str]) -> int:
    _ensure_ready(environment)
    return _call((str(environment.python), str(SOAK), *arguments))


def _hostile(environment: VirtualEnvironment, arguments: Sequence[str]) -> int:
    _ensure_ready(environment)
    return _call((str(environment.python), str(ROOT / "tests" / "hostile" / "run.py"), *arguments))


def _fuzz(environment: VirtualEnvironment, arguments: Sequence[str]) -> int:
    _ensure_ready(environment)
    # Beside .venv, which holds what is pinned; where there is none (Windows, no network) it goes on without.
    target = ("--quiet", "--no-deps", "--only-binary", ":all:", "--target", str(FUZZING), "atheris")
    _call((str(environment.python), "-m", "pip", "install", "--upgrade", *target))
    variables = {**os.environ, "PYTHONPATH": str(FUZZING)}
    command = (str(environment.python), str(ROOT / "tests" / "fuzz" / "run.py"), *arguments)
    return _call(command, variables)


def _bench(environment: VirtualEnvironment, arguments: Sequence[str]) -> int:
    _ensure_ready(environment)
    try:
        ensure((VIRTUAL_DISPLAY, *COMPARED))
    except Refusal as refusal:
        print(f"Some comparisons are left out; the table names them. {refusal}", file=sys.stderr, flush=True)
    return _call((str(environment.python), str(BENCHMARKS), *arguments))


def _screenshots(environment: VirtualEnvironment, arguments: Sequence[str]) -> int:
    _ensure_ready(environment, (VIRTUAL_DISPLAY,))
    return _build_demo(environment) or _take_screenshots(environment, Path(*arguments))


def _ensure_ready(environment: VirtualEnvironment, extra: tuple[SystemPackage, ...] = ()) -> None:
    ensure((*LIBRARIES, *python_packages(), *extra))
    environment.prepare()


def _run(environment: VirtualEnvironment, arguments: Sequence[str]) -> int:
    needs_server = sys.platform.startswith("linux") and not names_display()
    _ensure_ready(environment, (VIRTUAL_DISPLAY,) if needs_server else ())
    failure = _build_demo(environment)
    if failure:
        return failure
    if has_display(environment.python):
        return _call(
            (str(environment.python), "-m", "courseplayer", *(arguments or ("play", str(DEMO_COURSE))))
        )
    print(
        "There is no display here, so Course Player runs on a virtual one "
        f"and leaves pictures of its main screens in {SCREENSHOTS.relative_to(ROOT)}/.",
        flush=True,
    )
    ensure((VIRTUAL_DISPLAY,))
    return _take_screenshots(environment, SCREENSHOTS)


def _take_screenshots(environment: VirtualEnvironment, folder: Path) -> int:
    command = (str(environment.python), "-m", "courseplayer", "screenshots", str(folder))
    if not sys.platform.startswith("linux"):
        return _call(command)
    with virtual_display() as variables:
        try:
            return _call(command, variables, TOUR_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            raise Refusal(
                f"The program did not finish its tour in {TOUR_PATIENCE_SECONDS} s and was ended; "
                f"the pictures it took until then are in {folder}."
            ) from None


def _build_demo(environment: VirtualEnvironment) -> int:
    made_from = fingerprint((DEMO_SOURCE, *BUILDER))
    record = DEMO_COURSE.with_suffix(".made-from")
    if DEMO_COURSE.exists() and record.exists() and record.read_text(encoding="ascii") == made_from:
        return 0
    DEMO_COURSE.parent.mkdir(parents=True, exist_ok=True)
    failure = _call(
        (str(environment.python), "-m", "courseplayer", "build", str(DEMO_SOURCE), "-o", str(DEMO_COURSE))
    )
    if not failure:
        record.write_text(made_from, encoding="ascii")
    return failure


def fingerprint(folders: Iterable[Path]) -> str:
    """Return a hash of the names, sizes and times of all files in the folders."""
    seen = hashlib.sha256()
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            about = path.stat()
            seen.update(f"{path}\0{about.st_size}\0{about.st_mtime_ns}\0".encode())
    return seen.hexdigest()


def _call(
    command: Sequence[str], variables: dict[str, str] | None = None, patience_seconds: float | None = None
) -> int:
    environment = variables or dict(os.environ)
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=False, timeout=patience_seconds
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
