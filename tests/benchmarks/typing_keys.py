"""Key presses in the assignment's editor with a long text in it, while it saves itself."""

from benchmarks.apart import BrokenApartError, call_apart
from benchmarks.courses import course_plan, step_outline
from benchmarks.display import displays
from benchmarks.effort import Effort
from benchmarks.figures import median, percentile
from benchmarks.place import emptied_folder
from benchmarks.results import Bound, Row, Target
from courseplayer.course.assignment import AssignmentBrief
from courseplayer.course.content import StepContent
from courseplayer.course.outline import StepKind
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.paths import HOME_VARIABLE

_TARGET = Target(Bound.OURS_AT_MOST, 16)


def measure(effort: Effort) -> list[Row]:
    """Type at the beginning, in the middle and at the end of the text, on each kind of display."""
    words, keys = effort.of((500, 6), (20_000, 300), (20_000, 1_200))
    rows = []
    with emptied_folder("typing") as folder, displays(effort) as at_hand:
        course = folder / "writing.course"
        step = StepContent(step_outline(0, StepKind.ASSIGNMENT), brief=AssignmentBrief())
        write_course(course_plan("writing", [step]), course, SilentTask())
        for platform, environment in at_hand.items():
            name = f"key press in the editor at {words:,} words, p99 ({platform})"
            here = {**environment, HOME_VARIABLE: str(folder / f"home-{platform}")}
            try:
                times, saves = call_apart(
                    "benchmarks.typing_child:type_keys", str(course), words, keys, environment=here
                )
            except BrokenApartError as broken:
                rows.append(Row(name, target=_TARGET, note=f"broke: {broken}"))
                continue
            note = f"median {median(times):.1f}, max {max(times):.1f} ms of {len(times)} keys; {saves} saves"
            p99 = percentile(times, 99)
            rows.append(Row(name, "ms", p99, 1_000 / 60, "one frame at 60 Hz", _TARGET, note=note))
    return rows
