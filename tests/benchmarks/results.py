"""What a measurement gives: rows with a target and whether it was met, as a table and as JSON."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

_BEGIN, _END = "<!-- results -->", "<!-- end of results -->"
_HEADINGS = ("measured", "ours", "reference", "unit", "ratio", "target", "verdict", "against / note")


class Bound(StrEnum):
    """What a target limits."""

    RATIO_AT_MOST = "ratio at most"
    RATIO_AT_LEAST = "ratio at least"
    DIFFERENCE_AT_MOST = "difference at most"
    OURS_AT_MOST = "ours at most"


class Verdict(StrEnum):
    """How a row stands to its target."""

    MET = "met"
    MISSED = "MISSED"
    NOT_MEASURED = "not measured"
    INFORMATION = "-"


@dataclass(frozen=True, slots=True)
class Target:
    """A limit from DESIGN.md; a difference and ``ours`` are in the unit of the row."""

    bound: Bound
    limit: float

    def words(self, unit: str) -> str:
        """Write the target as DESIGN.md does."""
        return {
            Bound.RATIO_AT_MOST: f"≤ {self.limit:g} ×",
            Bound.RATIO_AT_LEAST: f"≥ {self.limit:g} ×",
            Bound.DIFFERENCE_AT_MOST: f"≤ +{self.limit:g} {unit}",
            Bound.OURS_AT_MOST: f"≤ {self.limit:g} {unit}",
        }[self.bound]


@dataclass(frozen=True, slots=True)
class Row:
    """One measured number of ours beside the reference's; ``ratio`` is the median of paired ones if given."""

    name: str
    unit: str = "ms"
    ours: float | None = None
    reference: float | None = None
    against: str = ""
    target: Target | None = None
    paired_ratio: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours to the reference's."""
        if self.paired_ratio is not None:
            return self.paired_ratio
        return self.ours / self.reference if self.ours is not None and self.reference else None

    @property
    def verdict(self) -> Verdict:
        """Compare with the target."""
        if self.ours is None:
            return Verdict.NOT_MEASURED
        if self.target is None:
            return Verdict.INFORMATION
        limited = self._limited()
        if limited is None:
            return Verdict.NOT_MEASURED
        is_floor = self.target.bound is Bound.RATIO_AT_LEAST
        is_met = limited >= self.target.limit if is_floor else limited <= self.target.limit
        return Verdict.MET if is_met else Verdict.MISSED

    def as_json(self) -> dict[str, Any]:
        """Return the row with what follows from it."""
        return {**asdict(self), "ratio": self.ratio, "verdict": self.verdict.value}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Row":
        """Read :meth:`as_json`."""
        target = value["target"]
        known = {name: value[name] for name in cls.__slots__ if name != "target"}
        return cls(**known, target=target and Target(Bound(target["bound"]), target["limit"]))

    def cells(self) -> tuple[str, ...]:
        """Return the row for the table."""
        return (
            self.name,
            _figures(self.ours),
            _figures(self.reference),
            self.unit,
            "" if self.ratio is None else f"{self.ratio:.2f}",
            "" if self.target is None else self.target.words(self.unit),
            self.verdict.value,
            "; ".join(words for words in (self.against, self.note) if words),
        )

    def _limited(self) -> float | None:
        if self.target is None or self.ours is None:
            return None
        if self.target.bound is Bound.OURS_AT_MOST:
            return self.ours
        if self.target.bound is Bound.DIFFERENCE_AT_MOST:
            return None if self.reference is None else self.ours - self.reference
        return self.ratio


def at_most(limit: float) -> Target:
    """Limit the ratio to the reference from above."""
    return Target(Bound.RATIO_AT_MOST, limit)


def at_least(limit: float) -> Target:
    """Limit the ratio to the reference from below."""
    return Target(Bound.RATIO_AT_LEAST, limit)


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table with even columns."""
    cells = [_HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADINGS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in cells
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join((lines[0], rule, *lines[1:]))


def put_into_document(path: Path, words: str) -> None:
    """Replace the part of a document that stands between the two marks."""
    before, _begin, rest = path.read_text(encoding="utf-8").partition(_BEGIN)
    _old, _end, after = rest.partition(_END)
    path.write_text(f"{before}{_BEGIN}\n{words}\n{_END}{after}", encoding="utf-8")


def _figures(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
