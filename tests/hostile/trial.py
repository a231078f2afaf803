"""Gives hostile course files to a child process, and judges what became of it and of what it showed."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
_WALL_PATIENCE_S = 90.0


@dataclass(frozen=True, slots=True)
class HostileFile:
    """One file to try; ``is_forged``: an attacker made its hashes fit, so its words are his own."""

    kind: str
    path: Path
    base: str
    is_forged: bool
    shows_pages: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one file did; ``fault`` is empty when the program withstood it."""

    kind: str
    fault: str
    is_told: bool
    seconds: float


class Child:
    """The process that opens files; made again when one of them has ended it."""

    def __init__(self, scratch: Path, variables: Mapping[str, str] | None = None, *options: str) -> None:
        self._command = (sys.executable, str(TESTS / "hostile" / "child.py"), str(scratch), *options)
        self._variables = variables
        self._errors = scratch.with_suffix(".errors")
        self._process: subprocess.Popen[str] | None = None

    def open(self, path: Path, *, shows_pages: bool) -> dict[str, Any] | str:
        """Return what the child answers, or how it ended."""
        process = self._process = self._process or self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{path}\t{'pages' if shows_pages else ''}\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if line:
            answer: dict[str, Any] = json.loads(line)
            return answer
        self._process = None
        process.stdin.close()
        process.stdout.close()
        code = process.wait(_WALL_PATIENCE_S)
        how = "hung" if code == -signal.SIGPROF else f"crashed ({code})"
        return f"{how} {self._errors.read_text(encoding='utf-8', errors='replace')[-1_500:]}"

    def close(self) -> None:
        """End the child."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None and process.stdout is not None:
            process.stdin.close()
            process.stdout.close()
            process.wait(_WALL_PATIENCE_S)

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.close()

    def _started(self) -> "subprocess.Popen[str]":
        with self._errors.open("w", encoding="utf-8") as errors:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env=self._variables,
            )
        assert process.stdout is not None
        ready = process.stdout.readline()
        if ready != "ready\n":
            raise RuntimeError(self._errors.read_text(encoding="utf-8", errors="replace"))
        return process


class Trial:
    """Judges files against what the sound courses say that they were made from."""

    def __init__(self, child: Child, bases: Mapping[str, Path]) -> None:
        self._child = child
        self._sound = {name: self._said(path) for name, path in bases.items()}

    def verdict(self, file: HostileFile) -> Verdict:
        """Open one file and judge it."""
        answer = self._child.open(file.path, shows_pages=file.shows_pages)
        if isinstance(answer, str):
            return Verdict(file.kind, answer, is_told=False, seconds=0)
        if "raised" in answer:
            return Verdict(file.kind, f"raised {answer['raised']}", is_told=False, seconds=0)
        told = bool(answer["told"])
        fault = "" if told or file.is_forged else self._wrong(answer, self._sound[file.base])
        return Verdict(file.kind, fault, told or bool(answer["verified"]), float(answer["seconds"]))

    def _said(self, path: Path) -> dict[str, Any]:
        answer = self._child.open(path, shows_pages=True)
        if (
            isinstance(answer, str)
            or "raised" in answer
            or answer["told"]
            or answer["verified"]
            or not answer["texts"]
        ):
            raise RuntimeError(f"a sound course was not read: {answer}")
        return answer

    def _wrong(self, answer: dict[str, Any], sound: dict[str, Any]) -> str:
        """Say what was shown otherwise than in the sound course, other words or the same at another place."""
        if answer["shown"] == sound["shown"] and answer["files"] == sound["files"]:
            return ""
        other = (set(answer["texts"]) | set(answer["files"])) - set(sound["texts"]) - set(sound["files"])
        return f"showed other words or files without a warning: {sorted(other)[:3]}"


def verdicts(trial: Trial, files: Iterator[HostileFile]) -> Iterator[Verdict]:
    """Judge files one by one, and take each away again."""
    for file in files:
        yield trial.verdict(file)
        file.path.unlink()
