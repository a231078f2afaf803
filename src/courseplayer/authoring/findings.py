"""Collects what a reader of sources dropped, assumed or could not read."""

from collections.abc import Iterable
from dataclasses import replace

from courseplayer.course.problems import Problem, Severity


class Findings:
    """The problems of one source, in the order in which they were met."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def about(self, file: str) -> "FileFindings":
        """Return a collector for one file, named relative to the source."""
        return FileFindings(self._problems, file)

    def all(self) -> tuple[Problem, ...]:
        """Return everything found so far."""
        return tuple(self._problems)


class FileFindings:
    """The problems of one file; ``line`` counts from 1, None where no line can be named."""

    def __init__(self, problems: list[Problem], file: str) -> None:
        self._problems = problems
        self.file = file

    def info(self, line: int | None, message: str) -> None:
        """Something was assumed, or dropped without loss."""
        self._problems.append(Problem(self.file, line, Severity.INFO, message))

    def warning(self, line: int | None, message: str) -> None:
        """Something is missing or odd; the course can be built without it."""
        self._problems.append(Problem(self.file, line, Severity.WARNING, message))

    def error(self, line: int | None, message: str) -> None:
        """The course cannot be built like this."""
        self._problems.append(Problem(self.file, line, Severity.ERROR, message))

    def adopt(self, problems: Iterable[Problem]) -> None:
        """Take over what another reader found in this file."""
        self._problems.extend(replace(problem, file=self.file) for problem in problems)
