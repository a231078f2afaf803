"""Whatever is given: one plain sentence, the right exit code, and never the inside of the program."""

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from making.command_line import Run
from making.damage import USER_VERSION_AT, WRITE_VERSION_AT, put, rewritten
from making.folders import make_folder, step_text
from making.mounts import full_disk, read_only, run_with_mounts

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals and other rules for names")
PROGRAM = (sys.executable, "-m", "courseplayer")


def _is_one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith(".\n") and "Traceback" not in text and "Errno" not in text


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("demo.course", "x")
    return held.getvalue()


_WRONG: dict[str, Callable[[bytearray], object]] = {
    "empty": lambda whole: whole.clear(),
    "cut in its header": lambda whole: whole.__delitem__(slice(50, None)),
    "cut in half": lambda whole: whole.__delitem__(slice(len(whole) // 2, None)),
    "cut at its end": lambda whole: whole.__delitem__(slice(-1, None)),
    "a zip": lambda whole: whole.__setitem__(slice(None), _zip()),
    "a picture": lambda whole: whole.__setitem__(slice(None), b"\x89PNG\r\n\x1a\n" * 100),
    "a video": lambda whole: whole.__setitem__(slice(None), b"\0\0\0\x20ftypisom" * 100),
    "another database": put(68, b"\0\0\0\0"),
    "of the future": put(USER_VERSION_AT, b"\0\0\0\x07"),
    "in WAL mode": put(WRITE_VERSION_AT, b"\2\2"),
}


@pytest.mark.parametrize("what", _WRONG)
@pytest.mark.parametrize(("command", "ending"), [("inspect", ".course"), ("verify", ".COURSE")])
def test_a_wrong_file_is_one_sentence(
    called: Run, course: Path, tmp_path: Path, command: str, ending: str, what: str
) -> None:
    data = bytearray(course.read_bytes())
    _WRONG[what](data)
    wrong = tmp_path / f"wrong{ending}"
    wrong.write_bytes(data)
    run = called(command, wrong)
    assert run.returncode == 2
    assert _is_one_sentence(run.stderr), run.stderr
    assert wrong.name in run.stderr
    assert "finished course" not in run.stderr
    assert "built" not in run.stdout


@pytest.mark.parametrize(
    "forgery", ["CREATE VIEW extra AS SELECT 1", "CREATE TABLE extra (id)", "UPDATE step SET kind = 'dance'"]
)
def test_a_forged_course_is_one_sentence(called: Run, course: Path, tmp_path: Path, forgery: str) -> None:
    with rewritten(course, tmp_path / "forged.course") as forger:
        forger.execute(forgery)
    run = called("inspect", tmp_path / "forged.course")
    assert (run.returncode, run.stdout) == (2, "")
    assert _is_one_sentence(run.stderr)
    assert "is damaged" in run.stderr
    as_json = called("inspect", tmp_path / "forged.course", "--json")
    assert (as_json.returncode, as_json.stderr) == (2, run.stderr)
    assert json.loads(as_json.stdout)["weeks"] == []


@pytest.mark.parametrize("command", ["inspect", "verify"])
def test_a_folder_in_the_place_of_a_course_is_one_sentence(called: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "a.course").mkdir()
    run = called(command, tmp_path / "a.course")
    assert (run.returncode, run.stderr) == (
        2,
        "a.course is a folder, not a course file. Choose the file inside it.\n",
    )


_LONG = "a" * 300


@POSIX
@pytest.mark.parametrize(
    "words",
    [
        ["inspect", _LONG],
        ["verify", _LONG],
        ["play", _LONG],
        [_LONG + ".course"],
        ["build", _LONG, "-o", "x.course"],
        ["build", ".", "-o", _LONG + ".course"],
        ["inspect", b"h\xf6ren"],
        ["verify", b"h\xf6ren.course"],
        ["play", b"\xff\xfe.course"],
        ["build", b"\xff", "-o", b"\xfe.course"],
        ["inspect", "line\nbreak"],
        ["inspect", ""],
        ["build", "", "-o", "x.course"],
    ],
)
def test_odd_names_are_told_in_one_sentence(
    called: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str | bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    run = called(*(os.fsdecode(word) for word in words))
    assert (run.returncode, run.stdout) == (2, "")
    assert "Traceback" not in run.stderr
    assert run.stderr.endswith(".\n")
    assert "inside Course Player" not in run.stderr


@POSIX
@pytest.mark.parametrize("words", [[_LONG], [b"\xff\xfe"], ["\x07"]])
def test_odd_commands_are_explained(words: list[str | bytes], tmp_path: Path) -> None:
    run = subprocess.run([*PROGRAM, *words], cwd=tmp_path, capture_output=True, check=False)
    assert run.returncode == 2
    assert (run.stderr.count(b"\n"), run.stdout) == (1, b"")
    assert run.stderr.startswith(b"courseplayer: ")
    assert "see “courseplayer --help”.".encode() in run.stderr
    assert b"Traceback" not in run.stderr


@POSIX
def test_pages_whose_names_are_in_an_old_encoding_are_built(called: Run, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "old", {"week-01-a/01-x.md": step_text("X")})
    (folder / "week-01-a" / os.fsdecode(b"02-h\xf6ren.md")).write_text("Some words.", encoding="utf-8")
    run = called("build", folder, "-o", tmp_path / "old.course")
    assert (run.returncode, run.stderr) == (0, "")
    assert "H\ufffdren" in called("inspect", tmp_path / "old.course").stdout


@POSIX
@pytest.mark.parametrize("command", ["inspect", "build"])
def test_a_pipe_does_not_make_anybody_wait(tmp_path: Path, command: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    words = [*PROGRAM, command, str(tmp_path / "pipe"), *(["-o", "x.course"] if command == "build" else [])]
    run = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=30, check=False)
    assert run.returncode == 2
    assert _is_one_sentence(run.stderr)


def test_a_subtitle_beyond_all_times_is_one_sentence(called: Run, tmp_path: Path) -> None:
    late = tmp_path / "late.en.vtt"
    late.write_text("WEBVTT\n\n1000:00:00.000 --> 1000:00:01.000\nlate\n", encoding="utf-8")
    run = called("build", late, "-o", tmp_path / "late.course")
    assert run.returncode == 2
    assert _is_one_sentence(run.stderr)
    assert "step 1.1" in run.stderr
    assert not (tmp_path / "late.course").exists()


@pytest.mark.parametrize("place", ["a.course/", "none/a.course", "file/a.course"])
def test_a_place_for_no_file_is_told_before_any_work(
    called: Run, source: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "a.course").mkdir()
    (tmp_path / "file").write_bytes(b"")
    run = called("build", source, "-o", tmp_path / place)
    assert (run.returncode, run.stdout) == (2, "")
    assert _is_one_sentence(run.stderr)
    assert list((tmp_path / "a.course").iterdir()) == []


def test_a_full_disk_is_one_sentence_and_the_earlier_course_stays(source: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounts = (full_disk(disk, 300), f"echo before > '{disk}/a.course'")
    show = f"ls -A '{disk}'; cat '{disk}/a.course'"
    after = (*mounts, f'trap "{show}" EXIT; run() {{ "$@"; }}; run "$@"; exit $?')
    run = run_with_mounts(after, "build", source, "-o", disk / "a.course")
    assert run.returncode == 1
    assert _is_one_sentence(run.stderr)
    assert "The disk is full" in run.stderr
    assert run.stdout == "a.course\nbefore\n"


def test_a_disk_that_cannot_be_written_is_one_sentence(source: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    run = run_with_mounts(read_only(stick), "build", source, "-o", stick / "a.course")
    assert run.returncode == 1
    assert _is_one_sentence(run.stderr)
    assert "does not allow access" in run.stderr


@pytest.mark.parametrize(
    "words", [["inspect", "gone"], ["verify", "gone.course"], ["export", "--step", "1.1", "-o", "x"]]
)
def test_a_home_that_cannot_be_written_changes_nothing_about_it(
    courseplayer: Run, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    run = courseplayer(*words, COURSEPLAYER_HOME=str(tmp_path / "file" / "home"))
    assert run.returncode == 2
    assert _is_one_sentence(run.stderr)


def test_a_home_that_cannot_be_written_lets_every_byte_be_verified(
    courseplayer: Run, course: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    run = courseplayer("verify", course, COURSEPLAYER_HOME=str(tmp_path / "file" / "home"))
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", [["inspect"], ["inspect", "--json"], ["verify"]])
def test_an_output_that_is_full_is_one_sentence(course: Path, words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [*PROGRAM, words[0], course, *words[1:]],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 1
    assert run.stderr.startswith("The disk is full")
    assert _is_one_sentence(run.stderr)


@POSIX
def test_without_any_stderr_work_is_done_and_nothing_mixes_with_the_results(course: Path) -> None:
    for file, code in ((course, 0), (course.with_name("gone.course"), 2)):
        script = 'exec "$@" 2>&-'
        words = ["sh", "-c", script, "sh", *PROGRAM, "verify", str(file)]
        run = subprocess.run(words, capture_output=True, text=True, check=False)
        assert (run.returncode, run.stdout) == (code, f"{course}: sound\n" if code == 0 else "")


@POSIX
@pytest.mark.parametrize("buffering", ["", "1"])
def test_errors_that_nobody_reads_keep_their_exit_code(tmp_path: Path, buffering: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    variables = {**os.environ, "PYTHONUNBUFFERED": buffering}
    run = subprocess.run(
        [*PROGRAM, "verify", "gone.course"], cwd=tmp_path, stderr=writing, check=False, env=variables
    )
    os.close(writing)
    assert run.returncode == 2


_INTERRUPTED = """
import runpy, signal, sys
moment, sys.argv = sys.argv[1], ["courseplayer", "verify", sys.argv[2]]
reached = []
def interrupt(event, words):
    if event == "import" and words[0] == moment and not reached:
        reached.append(moment)
        signal.raise_signal(signal.SIGINT)
sys.addaudithook(interrupt)
runpy.run_module("courseplayer", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize(
    "moment", ["courseplayer.cli_arguments", "courseplayer.cli_courses", "sqlalchemy.engine", "nh3"]
)
def test_interrupted_at_any_moment_there_is_no_trace_of_the_inside(course: Path, moment: str) -> None:
    command = [sys.executable, "-c", _INTERRUPTED, moment, str(course)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")
