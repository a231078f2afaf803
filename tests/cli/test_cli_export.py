"""The command export: what the window would write, without the window."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.coursefile.reader import open_course
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import DraftKind, Learner, SaveReason
from courseplayer.submissions.formats import ExportFormat
from courseplayer.system.clock import SystemClock
from making.command_line import Run
from making.every_byte import files_with

COURSE = CourseId("zuhoren")
TEXT = Document.from_plain_text("We moved the chairs.\nThen people talked to each other.")


@pytest.fixture
def store(home: Path, course: Path) -> Iterator[LearnerStore]:
    """Return the store that the program will use, with the course on its shelf."""
    courses = home / "data" / "courses"
    courses.mkdir(parents=True)
    shutil.copy(course, courses)
    with closing(open_learner_store(home / "data" / "learner.db", SystemClock())) as opened:
        yield opened


@pytest.fixture
def task_id(course: Path) -> StepId:
    with open_course(course) as opened:
        step = opened.outline().step_numbered("1.2")
        assert step is not None
        return step.id


@pytest.fixture
def learner(store: LearnerStore, task_id: StepId) -> Learner:
    """Return Almaz, who has written her assignment."""
    almaz = store.add_learner("Almaz Bekele")
    store.save_draft(almaz.id, COURSE, task_id, DraftKind.ASSIGNMENT, TEXT, SaveReason.AUTOSAVE)
    return almaz


@pytest.mark.parametrize("export_format", list(ExportFormat))
def test_the_name_of_the_file_says_the_format(
    courseplayer: Run,
    learner: Learner,
    store: LearnerStore,
    task_id: StepId,
    tmp_path: Path,
    export_format: ExportFormat,
) -> None:
    run = courseplayer("export", "--step", "1.2", "-o", tmp_path / f"mine{export_format.suffix.upper()}")
    assert (run.returncode, run.stderr) == (0, "")
    (submission,) = store.submissions(learner.id, COURSE, task_id)
    assert submission.format == export_format.value


@pytest.mark.parametrize("export_format", list(ExportFormat))
def test_every_format_is_written(
    courseplayer: Run, learner: Learner, tmp_path: Path, export_format: ExportFormat
) -> None:
    out = tmp_path / f"mine{export_format.suffix}"
    run = courseplayer("export", "--step", "1.2", "--format", export_format, "-o", out, DISPLAY="")
    assert (run.returncode, run.stdout, run.stderr) == (0, f"{out}\n", "")
    signs = {
        ExportFormat.PDF: b"%PDF",
        ExportFormat.HTML: b"<!",
        ExportFormat.MARKDOWN: b"",
        ExportFormat.TEXT: b"",
    }
    assert out.read_bytes().startswith(signs.get(export_format, b"PK"))


def test_the_text_is_in_the_file_with_name_and_places(
    courseplayer: Run, learner: Learner, tmp_path: Path
) -> None:
    courseplayer("export", "--step", "1.2", "--format", "text", "-o", tmp_path / "mine.txt")
    text = (tmp_path / "mine.txt").read_text(encoding="utf-8-sig")
    for part in ("We moved the chairs.", "Almaz Bekele", "Zuhören – 聞く", "1.2", "Your task"):
        assert part in text


@pytest.mark.parametrize("export_format", ["text", "html", "markdown"])
def test_the_name_can_be_left_out(
    courseplayer: Run, learner: Learner, tmp_path: Path, export_format: str
) -> None:
    out = tmp_path / "mine"
    courseplayer("export", "--step", "1.2", "--format", export_format, "--without-name", "-o", out)
    text = out.read_text(encoding="utf-8-sig")
    assert "We moved the chairs." in text
    assert "Almaz" not in text


def test_the_export_is_recorded_and_its_text_frozen(
    courseplayer: Run, store: LearnerStore, learner: Learner, task_id: StepId, tmp_path: Path
) -> None:
    out = tmp_path / "mine.docx"
    courseplayer("export", "--step", "1.2", "-o", out)
    recorded = store.submissions(learner.id, COURSE, task_id)
    assert [(one.attempt, one.format, one.path) for one in recorded] == [(1, "docx", str(out))]
    assert recorded[0].sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    later = Document.from_plain_text("Something else.")
    store.save_draft(learner.id, COURSE, task_id, DraftKind.ASSIGNMENT, later, SaveReason.AUTOSAVE)
    assert store.revision_document(recorded[0].revision_id) == TEXT


def test_a_text_that_changed_is_the_next_attempt(
    courseplayer: Run, store: LearnerStore, learner: Learner, task_id: StepId, tmp_path: Path
) -> None:
    courseplayer("export", "--step", "1.2", "-o", tmp_path / "first.docx")
    later = Document.from_plain_text("We moved the chairs back.")
    store.save_draft(learner.id, COURSE, task_id, DraftKind.ASSIGNMENT, later, SaveReason.AUTOSAVE)
    courseplayer("export", "--step", "1.2", "-o", tmp_path / "second.docx")
    assert [one.attempt for one in store.submissions(learner.id, COURSE, task_id)] == [2, 1]


@pytest.mark.parametrize("by_path", [True, False])
def test_the_course_can_be_named(
    courseplayer: Run, learner: Learner, course: Path, tmp_path: Path, by_path: bool
) -> None:
    named = course if by_path else COURSE
    run = courseplayer("export", "--step", "1.2", "--course", named, "-o", tmp_path / "mine.docx")
    assert run.returncode == 0
    assert (tmp_path / "mine.docx").exists()


def test_with_several_learners_one_has_to_be_named(
    courseplayer: Run, store: LearnerStore, learner: Learner, tmp_path: Path
) -> None:
    store.add_learner("Samuel")
    out = tmp_path / "mine.docx"
    unnamed = courseplayer("export", "--step", "1.2", "-o", out)
    assert (unnamed.returncode, out.exists()) == (2, False)
    assert "Almaz Bekele, Samuel" in unnamed.stderr
    named = courseplayer("export", "--step", "1.2", "--learner", "almaz bekele", "-o", out)
    assert (named.returncode, out.exists()) == (0, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--step", "1.2", "--learner", "Nobody"], "Nobody called Nobody learns on this computer"),
        (
            ["--step", "1.1"],
            "Almaz Bekele has written nothing in step 1.1 of the courses that were found here",
        ),
        (
            ["--step", "1.1", "--course", "zuhoren"],
            "written nothing in step 1.1, so there is nothing to export",
        ),
        (["--step", "9.9", "--course", "zuhoren"], "has no step 9.9"),
        (["--step", "1.2", "--course", "elsewhere"], "There is no course elsewhere"),
    ],
)
def test_what_cannot_be_exported_is_told_in_one_sentence(
    courseplayer: Run, learner: Learner, tmp_path: Path, words: list[str], told: str
) -> None:
    run = courseplayer("export", *words, "-o", tmp_path / "mine.docx")
    assert (run.returncode, run.stdout) == (2, "")
    assert told in run.stderr
    assert run.stderr.count("\n") == 1
    assert not (tmp_path / "mine.docx").exists()


def test_where_nobody_learned_no_store_is_made(courseplayer: Run, home: Path, tmp_path: Path) -> None:
    run = courseplayer("export", "--step", "1.2", "-o", tmp_path / "mine.docx")
    assert run.returncode == 2
    assert "Nobody has learned here yet" in run.stderr
    assert not (home / "data" / "learner.db").exists()


def test_a_place_that_cannot_be_written_is_told(courseplayer: Run, learner: Learner, tmp_path: Path) -> None:
    run = courseplayer("export", "--step", "1.2", "-o", tmp_path / "no" / "such" / "mine.docx")
    assert run.returncode in {1, 2}
    assert run.stderr.count("\n") == 1
    assert "Traceback" not in run.stderr


@pytest.fixture
def locked(store: LearnerStore, learner: Learner) -> Learner:
    """Return Almaz, who has set a PIN."""
    store.pins.set(learner.id, "482913")
    assert store.clear_remains()
    return learner


def test_a_learner_with_a_pin_gives_it_in_a_file(
    courseplayer: Run, store: LearnerStore, locked: Learner, tmp_path: Path
) -> None:
    out, pin = tmp_path / "mine.txt", tmp_path / "pin.txt"
    pin.write_bytes("\ufeff482913\r\n".encode())
    run = courseplayer("export", "--step", "1.2", "--format", "text", "-o", out, "--pin-file", pin)
    assert (run.returncode, run.stdout, run.stderr) == (0, f"{out}\n", "")
    assert "We moved the chairs." in out.read_text(encoding="utf-8")
    (sent,) = store.submissions(locked.id, COURSE, store.drafts(locked.id)[0].step_id)
    assert Path(sent.path) == out


def test_without_the_pin_nothing_is_exported(courseplayer: Run, locked: Learner, tmp_path: Path) -> None:
    out, pin = tmp_path / "mine.txt", tmp_path / "pin.txt"
    words = ("export", "--step", "1.2", "--format", "text", "-o", out)
    run = courseplayer(*words)
    assert run.returncode == 2
    assert "Almaz Bekele wrote is locked with a PIN, so nothing was done" in run.stderr
    pin.write_text("111999", encoding="utf-8")
    run = courseplayer(*words, "--pin-file", pin)
    assert run.returncode == 1
    assert "This is not the PIN" in run.stderr
    run = courseplayer(*words, "--pin-file", tmp_path / "none.txt")
    assert run.returncode == 2
    assert "none.txt was not found" in run.stderr
    pin.write_bytes(b"\xff\xfe\x00")
    assert courseplayer(*words, "--pin-file", pin).returncode == 2
    assert not out.exists()


def test_doctor_and_logs_need_no_pin_and_tell_no_word(
    courseplayer: Run, locked: Learner, home: Path, tmp_path: Path
) -> None:
    doctor = courseplayer("doctor", "--json")
    assert '"state": "sound"' in doctor.stdout
    pack = tmp_path / "logs.zip"
    assert courseplayer("logs", "--export", pack).returncode == 0
    assert files_with(["moved the chairs"], home, tmp_path)["moved the chairs"] == set()


@pytest.mark.parametrize("name", ["course", "learner.db", "learner.db-wal", "courses/other.docx"])
def test_an_export_never_takes_the_place_of_a_course_or_of_what_learners_wrote(
    courseplayer: Run, learner: Learner, home: Path, course: Path, name: str
) -> None:
    out = course if name == "course" else home / "data" / "courses" / ".." / name
    run = courseplayer("export", "--step", "1.2", "--course", course, "-o", out)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert "needs for itself" in run.stderr
    assert course.read_bytes().startswith(b"SQLite format 3")
    assert (home / "data" / "learner.db").read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("typed", ["Jose\u0301 Nu\u0301n\u0303ez", " JOSÉ NÚÑEZ "])
def test_a_name_is_found_however_its_accents_are_typed(
    courseplayer: Run, store: LearnerStore, task_id: StepId, tmp_path: Path, typed: str
) -> None:
    jose = store.add_learner("José Núñez")
    store.add_learner("Almaz")
    store.save_draft(jose.id, COURSE, task_id, DraftKind.ASSIGNMENT, TEXT, SaveReason.AUTOSAVE)
    run = courseplayer("export", "--learner", typed, "--step", "1.2", "-o", tmp_path / "x.txt")
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("words", [("learner", "export", "Almaz Bekele", "-o"), ("logs", "--export")])
def test_no_zip_takes_the_place_of_what_learners_wrote(
    courseplayer: Run, learner: Learner, store: LearnerStore, home: Path, words: tuple[str, ...]
) -> None:
    store.close()
    run = courseplayer(*words, home / "data" / "learner.db")
    assert run.returncode == 2
    assert "needs for itself" in run.stderr
    assert (home / "data" / "learner.db").read_bytes().startswith(b"SQLite format 3")
