"""Damage and forgery: a changed course is told, never shown as if it were whole, and never a crash."""

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courseplayer.course.errors import PlainError
from courseplayer.course.problems import Severity
from courseplayer.coursefile.errors import DamagedCourseError
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.schema import METADATA
from courseplayer.coursefile.verify import verify_course
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.damage import EverythingRead, copy_with, flip, messages_about, put, read_everything, rewritten
from making.plans import VIDEO, VIDEO_STEP, a_course_plan, random_bytes

# The signature, which an unsigned course has none of, is tested in test_signatures.py.
_TABLES = sorted(set(METADATA.tables) - {"chunk_data", "signature"})
_FILE = HealthCheck.function_scoped_fixture


def test_a_sound_course_has_no_problem(written: Path) -> None:
    assert verify_course(written, SilentTask()) == ()


@dataclass(frozen=True)
class _Sound:
    path: Path
    read: EverythingRead
    row_places: tuple[int, ...]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> _Sound:
    """Return a small course, what it says, and where its bytes are not empty."""
    plan = a_course_plan()
    contents = tuple(replace(content, media=()) for content in plan.contents)
    plan = replace(plan, contents=contents, assets=(plan.assets[0], plan.assets[-1]))
    path = write_course(plan, tmp_path_factory.mktemp("small") / "small.course", SilentTask()).path
    read = read_everything(path)
    assert read is not None
    return _Sound(path, read, tuple(place for place, byte in enumerate(path.read_bytes()) if byte))


@settings(max_examples=150, suppress_health_check=[_FILE])
@given(data=st.data())
def test_changed_bytes_are_never_shown_as_the_course(
    sound: _Sound, tmp_path: Path, data: st.DataObject
) -> None:
    place = st.sampled_from(sound.row_places) | st.integers(0, sound.path.stat().st_size - 1)
    flips = data.draw(st.dictionaries(place, st.integers(1, 255), min_size=1, max_size=3))

    def change(whole: bytearray) -> None:
        for offset, bits in flips.items():
            whole[offset] ^= bits

    damaged = copy_with(sound.path, tmp_path / "damaged.course", change)
    found = read_everything(damaged)
    assert found is None or found == sound.read
    assert _verdict(damaged) != () or found == sound.read


def test_a_schema_that_is_no_text_is_refused(sound: _Sound, tmp_path: Path) -> None:
    whole = sound.path.read_bytes()
    place = whole.index(b"CREATE TABLE glossary")
    for offset in range(place, place + 20):
        damaged = copy_with(sound.path, tmp_path / "damaged.course", flip(offset, 0x80))
        with pytest.raises(DamagedCourseError):
            open_course(damaged)


@settings(max_examples=25, suppress_health_check=[_FILE])
@given(data=st.data())
def test_a_file_cut_anywhere_is_refused(written: Path, tmp_path: Path, data: st.DataObject) -> None:
    length = data.draw(st.integers(0, written.stat().st_size - 1))
    cut = copy_with(written, tmp_path / "cut.course", lambda whole: whole.__delitem__(slice(length, None)))
    with pytest.raises(PlainError, match=r"is empty|is not complete|is not a course"):
        open_course(cut)


def _verdict(path: Path) -> object:
    try:
        return verify_course(path, SilentTask())
    except PlainError as told:
        return str(told)


@pytest.mark.parametrize("table", _TABLES)
def test_a_row_that_was_taken_out_is_found(written: Path, tmp_path: Path, table: str) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        key = ", ".join(column.name for column in METADATA.tables[table].primary_key)
        forger.execute(f"DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} LIMIT 1)")
        assert forger.execute("SELECT changes()").fetchone() == (1,)
    assert messages_about(tmp_path / "forged.course") != []


@pytest.mark.parametrize(
    ("table", "column"),
    [(table, column.name) for table in _TABLES for column in METADATA.tables[table].columns],
)
def test_a_value_that_was_changed_is_found(written: Path, tmp_path: Path, table: str, column: str) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        (value,) = forger.execute(f"SELECT max({column}) FROM {table}").fetchone()
        other = (
            77
            if value is None
            else value + 1
            if isinstance(value, int)
            else value[:-1] + value[:1] + value[:1]
        )
        forger.execute(f"UPDATE {table} SET {column} = ? WHERE {column} IS ?", (other, value))
        assert forger.execute("SELECT changes()").fetchone()[0] >= 1
    assert messages_about(tmp_path / "forged.course") != []


def test_a_changed_word_is_named_as_a_change_of_the_texts(written: Path, tmp_path: Path) -> None:
    place = written.read_bytes().index(b"We wash our hands")
    forged = copy_with(written, tmp_path / "forged.course", put(place, b"We wash our hats "))
    (problem,) = verify_course(forged, SilentTask())
    assert (problem.file, problem.line, problem.severity) == ("forged.course", None, Severity.ERROR)
    assert problem.message.startswith("The texts in forged.course are not as they were")


def test_a_damaged_video_is_named_with_its_step_and_the_rest_can_be_read(
    written: Path, tmp_path: Path
) -> None:
    film = random_bytes(2 * 256 * 1024 + 4_321, 2)
    place = written.read_bytes().index(film[300_000:300_040])
    damaged = copy_with(written, tmp_path / "damaged.course", flip(place))
    assert messages_about(damaged) == ["Step 1.1 (Looking at a ward): the video is damaged."]
    with open_course(damaged) as course, course.open_asset(VIDEO) as reader:
        assert reader.read(0, 256 * 1024) == film[: 256 * 1024]
        with pytest.raises(DamagedCourseError):
            reader.read(300_000, 1)
        assert reader.read(2 * 256 * 1024, 10_000) == film[2 * 256 * 1024 :]
        assert course.step(VIDEO_STEP) == a_course_plan().contents[0]


@pytest.mark.parametrize(
    ("seed", "named"),
    [
        (1, ["The picture of the course is damaged.", "The picture of Almaz Bekele is damaged."]),
        (3, ["Step 1.2 (Hearing a patient): the audio is damaged."]),
        (4, ["Step 1.1 (Looking at a ward): a still picture of the video is damaged."]),
        (5, ["Step 1.3 (Why we measure): the download form.pdf is damaged."]),
    ],
)
def test_every_other_damaged_file_is_named(
    written: Path, tmp_path: Path, seed: int, named: list[str]
) -> None:
    place = written.read_bytes().index(random_bytes(900, seed)[100:140])
    damaged = copy_with(written, tmp_path / "damaged.course", flip(place))
    assert messages_about(damaged)[: len(named)] == named


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE step SET kind = 'dance' WHERE id = 3", "The list of weeks and steps is damaged."),
        (
            "UPDATE article SET html = zeroblob(9) WHERE step = 3",
            "Step 1.3 (Why we measure): its text is damaged.",
        ),
        ("UPDATE glossary SET term = 7 || zeroblob(1)", "The texts in forged.course are not as they were"),
        ("UPDATE link SET url = 'file:///etc/passwd'", "Step 1.3 (Why we measure): its text is damaged."),
        ("UPDATE download SET file_name = '../../x'", "Step 1.3 (Why we measure): its text is damaged."),
        ("UPDATE glossary SET meaning = zeroblob(4)", "The glossary is damaged."),
        ("UPDATE cue SET text = hex(zeroblob(20000))", "Step 1.1 (Looking at a ward): its text is damaged."),
        ("UPDATE cue SET start_ms = -1", "Step 1.1 (Looking at a ward): its text is damaged."),
    ],
)
def test_damaged_texts_are_named(written: Path, tmp_path: Path, change: str, named: str) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        forger.execute(change)
    assert [message for message in messages_about(tmp_path / "forged.course") if message.startswith(named)]


def test_a_damaged_outline_does_not_hide_damaged_media(written: Path, tmp_path: Path) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        forger.execute("UPDATE step SET kind = 'dance'")
        forger.execute("UPDATE chunk_data SET data = zeroblob(length(data)) WHERE id = 1")
    messages = messages_about(tmp_path / "forged.course")
    assert "The list of weeks and steps is damaged." in messages
    assert "A stored file that no step uses is damaged." in messages


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO chunk_data VALUES (1000, zeroblob(5))",
        "DELETE FROM chunk_data WHERE id = (SELECT max(id) FROM chunk_data)",
        "UPDATE chunk_data SET id = 1000 WHERE id = 2",
        "UPDATE chunk_data SET data = 'words' WHERE id = 2",
    ],
)
def test_added_moved_and_missing_parts_of_media_are_found(written: Path, tmp_path: Path, change: str) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        forger.execute(change)
    assert messages_about(tmp_path / "forged.course") != []


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE extra (id)",
        "CREATE VIEW extra AS SELECT 1",
        "CREATE INDEX extra ON cue (text)",
        "CREATE TRIGGER extra AFTER INSERT ON cue BEGIN SELECT 1; END",
        "CREATE VIRTUAL TABLE extra USING fts5(text)",
        "ALTER TABLE cue ADD COLUMN extra AS (abs(-9223372036854775808))",
        "ALTER TABLE cue RENAME COLUMN text TO words",
        "DROP TABLE glossary",
        "UPDATE sqlite_schema SET sql = replace(sql, 'text TEXT', 'text ANY') WHERE name = 'cue'",
        "UPDATE sqlite_schema SET rootpage = 2",
    ],
)
def test_a_schema_that_is_not_ours_is_refused_before_any_row_is_read(
    written: Path, tmp_path: Path, change: str
) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        forger.execute(change)
    refused = _refusal(tmp_path / "forged.course")
    assert refused is not None
    assert "is damaged" in refused


def _refusal(path: Path) -> str | None:
    try:
        with open_course(path) as course:
            course.outline()
            course.check_manifest(SilentTask())
    except DamagedCourseError as damage:
        return str(damage)
    return None


def test_a_text_that_never_ends_is_refused_quickly(written: Path, tmp_path: Path) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        forger.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 100_000_000)
        forger.execute("UPDATE article SET text = hex(zeroblob(5000000))")
    assert [
        message for message in messages_about(tmp_path / "forged.course") if "its text is damaged" in message
    ]


class _Stopping(SilentTask):
    def __init__(self, call: int) -> None:
        super().__init__()
        self._left = call

    def advance(self, done: int, total: int) -> None:
        self._left -= 1
        if self._left <= 0:
            raise Cancelled


@pytest.mark.parametrize("call", [1, 10, 30])
def test_verifying_can_be_stopped_at_any_time(written: Path, call: int) -> None:
    with pytest.raises(Cancelled):
        verify_course(written, _Stopping(call))


def test_verifying_tells_how_far_it_is_in_bytes_of_media(written: Path) -> None:
    told: list[tuple[int, int]] = []

    class Watching(SilentTask):
        def advance(self, done: int, total: int) -> None:
            told.append((done, total))

    verify_course(written, Watching())
    total = sum(asset.size_bytes for asset in a_course_plan().assets)
    assert {whole for _done, whole in told} == {total}
    assert [done for done, _whole in told] == sorted(done for done, _whole in told)
    assert told[-1] == (total, total)
