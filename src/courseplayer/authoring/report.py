"""The build report as lines of text: what must be mended first, then what is odd, then what was assumed."""

from collections.abc import Iterable

from courseplayer.course.problems import Problem, Severity

_HEADINGS = {
    Severity.ERROR: "Must be mended before a course can be built",
    Severity.WARNING: "Worth a look",
    Severity.INFO: "Assumed or left out",
}


def report_lines(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Return the report, ``file:line: message`` below a heading for each severity; empty for no problem."""
    listed = tuple(problems)
    lines: list[str] = []
    for severity, heading in _HEADINGS.items():
        of_severity = [problem for problem in listed if problem.severity is severity]
        if of_severity:
            lines.append(f"{heading} ({len(of_severity)}):")
            lines.extend(f"  {problem_line(problem)}" for problem in of_severity)
    return tuple(lines)


def problem_line(problem: Problem) -> str:
    """Write one problem the way editors and people find the place: ``file:line: message``."""
    place = [str(part) for part in (problem.file, problem.line) if part is not None]
    return f"{':'.join(place)}: {problem.message}" if place else problem.message
