"""What reading a trainer's source gives: a plan for a course file, and everything worth telling."""

from dataclasses import dataclass

from courseplayer.course.problems import Problem, Severity
from courseplayer.coursefile.plan import CoursePlan


@dataclass(frozen=True, slots=True)
class SourceReading:
    """The plan (None when not even an outline could be read), the problems, the bytes of the files used."""

    plan: CoursePlan | None
    problems: tuple[Problem, ...]
    size_bytes: int

    def errors(self) -> tuple[Problem, ...]:
        """Return the problems that forbid building."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)
