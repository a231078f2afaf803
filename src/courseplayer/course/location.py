"""The one address of a place in a course, used by outline, search, history, resume and quotes."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from courseplayer.course.ids import CourseId, StepId

_LINK = re.compile(r"course:([^/?#]+)(?:/([^/?#]+))?(?:\?t=(\d{1,12}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Location:
    """A course, a step in it and a position in its medium.

    Without a step it is the front page; without a position (ms) the medium goes on where it was left.
    """

    course_id: CourseId
    step_id: StepId | None = None
    at_ms: int | None = None

    def as_link(self) -> str:
        """Write the place as a link, e.g. ``course:clinic/a1b2?t=51000``, for quotes inside drafts."""
        link = "course:" + quote(self.course_id, safe="")
        if self.step_id is not None:
            link += "/" + quote(self.step_id, safe="")
        return link if self.at_ms is None else f"{link}?t={self.at_ms}"

    @classmethod
    def from_link(cls, link: str) -> "Location | None":
        """Read a link made by :meth:`as_link`; None for any other address."""
        match = _LINK.fullmatch(link)
        if match is None:
            return None
        course, step, at_ms = match.groups()
        return cls(
            CourseId(unquote(course)),
            None if step is None else StepId(unquote(step)),
            None if at_ms is None else int(at_ms),
        )
