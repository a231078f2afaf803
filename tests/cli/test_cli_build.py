"""Building as a process: killed, under other locales, and again after the trainer edited the course."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from courseplayer.authoring.build import build_course
from courseplayer.course.outline import StepId
from courseplayer.coursefile.library import find_courses
from courseplayer.coursefile.reader import open_course
from courseplayer.system.cancellation import SilentTask
from making.command_line import Run
from making.folders import COURSE_TOML, make_folder, step_text

PROGRAM = (sys.executable, "-m", "courseplayer")
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has neither SIGKILL nor pseudo-terminals")
_KILLED = """
import os, signal, sys
from pathlib import Path
from courseplayer.authoring.build import build_course
class Deadly:
    def advance(self, done, total):
        if done >= total * int(sys.argv[3]) // 100:
            os.kill(os.getpid(), signal.SIGKILL)
build_course(Path(sys.argv[1]), Path(sys.argv[2]), Deadly())
"""


@pytest.fixture(scope="module")
def big_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course whose build takes long enough to be watched."""
    folder = make_folder(
        tmp_path_factory.mktemp("big"),
        {"week-01-a/01-b.md": step_text("B", downloads="[{file: big.zip, title: Big}]")},
    )
    with (folder / "week-01-a" / "big.zip").open("wb") as big:
        big.write(b"PK\x03\x04")
        for number in range(150):
            big.write(number.to_bytes(4, "big") * 100_000)
    return folder


@POSIX
@pytest.mark.parametrize("percent", [1, 60, 65, 75, 90, 100])
def test_a_killed_build_leaves_the_earlier_course_and_the_next_one_cleans_up(
    called: Run, source: Path, course: Path, tmp_path: Path, percent: int
) -> None:
    made = tmp_path / "made.course"
    made.write_bytes(b"the course from before")
    build = subprocess.run([sys.executable, "-c", _KILLED, source, made, str(percent)], check=False)
    assert build.returncode == -signal.SIGKILL
    assert made.read_bytes() == b"the course from before"
    assert {path.name for path in tmp_path.glob("made*")} <= {"made.course", "made.course.partial"}
    assert [found.path for found in find_courses([tmp_path])] == [made]
    assert called("build", source, "-o", made).returncode == 0
    assert [path.name for path in tmp_path.glob("made*")] == ["made.course"]
    assert made.read_bytes() == course.read_bytes()


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "8", "TZ": "America/Lima", "LC_ALL": "de_DE.UTF-8"},
    ],
)
def test_the_same_source_gives_the_same_bytes_wherever_it_is_built(
    courseplayer: Run, source: Path, course: Path, tmp_path: Path, variables: dict[str, str]
) -> None:
    copy = tmp_path / "elsewhere" / "Kopie von Übung"
    shutil.copytree(source, copy, copy_function=shutil.copyfile)
    for path in copy.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    run = courseplayer("build", copy, "-o", tmp_path / "again.course", **variables)
    assert (run.returncode, run.stderr) == (0, "")
    assert (tmp_path / "again.course").read_bytes() == course.read_bytes()


def _ids(path: Path) -> dict[str, StepId]:
    with open_course(path) as course:
        return {content.article_text: content.outline.id for content in course.contents()}


def test_an_edited_course_keeps_the_ids_of_its_steps(tmp_path: Path) -> None:
    first = make_folder(
        tmp_path / "first",
        {
            "week-01-why-listen/01-welcome.md": step_text("Welcome", "Hello."),
            "week-01-why-listen/02-chairs.md": step_text("Chairs", "Move the chares."),
            "week-02-going-on/01-task.md": step_text("Task", "Write.", kind="assignment"),
        },
    )
    edited = make_folder(
        tmp_path / "edited",
        {
            "course.toml": COURSE_TOML.replace("Listening in the clinic", "Listening, second edition"),
            "week-01-before-all/01-new.md": step_text("New", "A new week comes first."),
            "week-02-why-listen/01-chairs.md": step_text("About chairs", "Move the chairs.", minutes="9"),
            "week-02-why-listen/02-inserted.md": step_text("Inserted", "Between."),
            "week-02-why-listen/03-welcome.md": step_text("Welcome", "Hello."),
            "week-03-going-on/05-task.md": step_text("Your task", "Write.", kind="assignment"),
        },
    )
    for folder in (first, edited):
        build_course(folder, folder / "made.course", SilentTask())
    before, after = _ids(first / "made.course"), _ids(edited / "made.course")
    assert before["Move the chares."] == after["Move the chairs."]
    assert (before["Hello."], before["Write."]) == (after["Hello."], after["Write."])
    assert len(set(after.values())) == 5


@POSIX
def test_a_terminal_sees_percent_and_speed_while_a_course_is_built(big_source: Path, tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    command = [*PROGRAM, "build", str(big_source), "-o", str(tmp_path / "made.course")]
    build = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    seen = b""
    try:
        while some := os.read(ours, 4_096):
            seen += some
    except OSError:
        # Linux tells in this way that the other end is closed.
        pass
    os.close(ours)
    assert build.wait() == 0
    assert b" %  " in seen
    assert b" MB/s" in seen
    assert seen.endswith(b"\r\x1b[K")
