"""The commands build, inspect and verify."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from courseplayer.coursefile.reader import open_course
from making.command_line import Run
from making.folders import make_folder, step_text

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send to another process")


def test_build_makes_a_course_that_opens(courseplayer: Run, source: Path, tmp_path: Path) -> None:
    run = courseplayer("build", source, "-o", tmp_path / "made.course")
    assert (run.returncode, run.stderr) == (0, "")
    with open_course(tmp_path / "made.course") as made:
        assert made.manifest in run.stdout
        assert made.outline().course.title == "Zuhören – 聞く"


def test_build_reports_what_it_assumed(courseplayer: Run, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "odd", {"week-01-a/01-b.md": step_text("B", colour="red")})
    run = courseplayer("build", folder, "-o", tmp_path / "odd.course")
    assert run.returncode == 0
    assert "week-01-a/01-b.md:3: " in run.stdout


def test_build_of_what_is_no_course_is_bad_input_and_leaves_nothing(
    courseplayer: Run, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    run = courseplayer("build", tmp_path / "empty", "-o", tmp_path / "out" / "made.course")
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_build_leaves_no_trace(source: Path, tmp_path: Path, number: signal.Signals) -> None:
    folder = make_folder(
        tmp_path / "big",
        {"week-01-a/01-b.md": step_text("B", downloads="[{file: big.zip, title: Big}]")},
    )
    with (folder / "week-01-a" / "big.zip").open("wb") as big:
        big.write(b"PK\x03\x04")
        big.truncate(300_000_000)
    out = tmp_path / "out"
    out.mkdir()
    (out / "made.course").write_bytes(b"the one from before")
    build = subprocess.Popen(
        [sys.executable, "-m", "courseplayer", "build", folder, "-o", out / "made.course"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while build.poll() is None and len(list(out.iterdir())) == 1:
        time.sleep(0.002)
    build.send_signal(number)
    stdout, stderr = build.communicate()
    assert (build.returncode, stdout, stderr) == (130, b"", b"")
    assert [path.read_bytes() for path in out.iterdir()] == [b"the one from before"]


def test_inspect_shows_course_and_source_alike(courseplayer: Run, source: Path, course: Path) -> None:
    of_source, of_course = courseplayer("inspect", source), courseplayer("inspect", course)
    assert (of_source.returncode, of_course.returncode) == (0, 0)
    for line in ("Zuhören – 聞く (zuhoren)", "Week 1: Why listen", "    1.2   assignment Your task (1 min)"):
        assert line in of_source.stdout.splitlines()
        assert line in of_course.stdout.splitlines()
    assert "video, 0:02, h264/aac, 160x90" in of_course.stdout
    assert "transcripts: en 2 cues" in of_course.stdout


def test_inspect_json_is_for_programs(courseplayer: Run, course: Path) -> None:
    run = courseplayer("inspect", course, "--json")
    value = json.loads(run.stdout)
    keys = ["title", "provider", "language", "licence", "bytes", "weeks", "problems"]
    assert (run.returncode, list(value)) == (0, keys)
    assert (value["licence"], value["bytes"], value["problems"]) == ("CC BY 4.0", course.stat().st_size, [])
    step = value["weeks"][0]["activities"][0]["steps"][0]
    assert (step["number"], step["kind"], step["title"]) == ("1.1", "video", "Wëlcome")
    assert step["transcripts"][0]["cues"][0] == {
        "start_ms": 200,
        "end_ms": 1000,
        "speaker": "Amina",
        "text": "We begin with a question.",
    }
    assert step["media"][0]["codec"] == "h264"


def test_inspect_of_a_faulty_source_shows_what_could_be_read(courseplayer: Run, tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path / "faulty",
        {"week-01-a/01-b.md": step_text("B"), "week-01-a/02-c.md": step_text("C", video="gone.mp4")},
    )
    run = courseplayer("inspect", folder, "--json")
    value = json.loads(run.stdout)
    assert run.returncode == 0
    assert value["weeks"][0]["activities"][0]["steps"][0]["title"] == "B"
    assert [problem["file"] for problem in value["problems"]] == ["week-01-a/02-c.md"]


def test_inspect_of_nothing_readable_is_one_sentence_and_still_json(
    courseplayer: Run, tmp_path: Path
) -> None:
    folder = make_folder(tmp_path / "broken", {"course.toml": "title = ["})
    run = courseplayer("inspect", folder, "--json")
    assert run.returncode == 2
    assert run.stderr.startswith("No course could be read from ")
    assert json.loads(run.stdout)["problems"][0]["file"] == "course.toml"


@pytest.mark.parametrize("locale", ["C", "de_DE.ISO-8859-1"])
def test_titles_survive_every_locale(courseplayer: Run, course: Path, locale: str) -> None:
    run = courseplayer("inspect", course, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert run.stdout.splitlines()[0] == "Zuhören – 聞く (zuhoren)"


@POSIX
def test_a_reader_that_has_seen_enough_is_no_failure_to_tell(tmp_path: Path) -> None:
    stamps = [f"{second // 60:02}:{second % 60:02}" for second in range(3000)]
    cues = "".join(f"{stamp}.000 --> {stamp}.900\nwords at {stamp}\n\n" for stamp in stamps)
    (tmp_path / "long.en.vtt").write_text("WEBVTT\n\n" + cues, encoding="utf-8")
    inspect = subprocess.Popen(
        [sys.executable, "-m", "courseplayer", "inspect", tmp_path / "long.en.vtt", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert inspect.stdout is not None
    assert inspect.stderr is not None
    assert inspect.stdout.read(1) == b"{"
    inspect.stdout.close()
    assert inspect.stderr.read() == b""
    inspect.stderr.close()
    assert inspect.wait() == 1


def test_verify_vouches_for_a_sound_course(courseplayer: Run, course: Path) -> None:
    run = courseplayer("verify", course)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == f"{course}: sound\n"


def test_verify_finds_one_changed_byte(courseplayer: Run, course: Path, tmp_path: Path) -> None:
    data = bytearray(course.read_bytes())
    place = data.index(b"Write about a change.")
    data[place] ^= 1
    damaged = tmp_path / "damaged.course"
    damaged.write_bytes(data)
    run = courseplayer("verify", damaged)
    assert run.returncode == 2
    assert f"{damaged} is damaged" in run.stderr
    assert run.stdout != ""


@pytest.mark.parametrize("command", ["inspect", "verify", "play"])
def test_a_file_that_is_not_there_is_one_sentence(courseplayer: Run, command: str, tmp_path: Path) -> None:
    run = courseplayer(command, tmp_path / "gone.course")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1
    assert "gone.course was not found" in run.stderr
    assert list(tmp_path.glob("gone*")) == []


@pytest.mark.parametrize("command", ["inspect", "verify"])
def test_a_file_that_is_no_course_is_one_sentence(called: Run, command: str, tmp_path: Path) -> None:
    (tmp_path / "odd.course").write_bytes(b"not a course at all" * 100)
    run = called(command, tmp_path / "odd.course")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1
    assert "Traceback" not in run.stderr


def test_inspect_tells_of_changed_texts_and_still_shows_them(
    called: Run, course: Path, tmp_path: Path
) -> None:
    data = course.read_bytes().replace(b"Write about a change.", b"Write about a chance.")
    (tmp_path / "changed.course").write_bytes(data)
    run = called("inspect", tmp_path / "changed.course", "--json")
    assert run.returncode == 2
    assert run.stderr.startswith("The texts in changed.course are not as they were when the course was made.")
    (problem,) = json.loads(run.stdout)["problems"]
    assert (problem["file"], problem["line"], problem["severity"]) == ("changed.course", None, "error")
    assert problem["message"] == run.stderr.strip()


def test_verify_says_which_part_is_damaged(called: Run, course: Path, source: Path, tmp_path: Path) -> None:
    video = (source / "week-01-why-listen" / "01-welcome.mp4").read_bytes()
    data = bytearray(course.read_bytes())
    data[data.index(video[5_000:5_050])] ^= 1
    (tmp_path / "damaged.course").write_bytes(data)
    run = called("verify", tmp_path / "damaged.course")
    assert (run.returncode, run.stdout) == (2, "Step 1.1 (Wëlcome): the video is damaged.\n")
    assert run.stderr.count("\n") == 1


def test_the_player_without_the_trainers_tools_says_what_to_add(
    source: Path, course: Path, tmp_path: Path
) -> None:
    without_av = "import sys; sys.modules['av'] = None; from courseplayer.cli import main; sys.exit(main())"
    made = tmp_path / "a.course"

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", without_av, *map(str, words)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    refused = run("build", source, "-o", made)
    assert refused.returncode == 1
    assert "courseplayer-tools" in refused.stderr
    assert not made.exists()
    assert run("verify", course).returncode == 0
    assert run("inspect", course).returncode == 0
