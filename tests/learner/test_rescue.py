"""A text that the store could not take lies in a second place: once, whole, and only as long as needed."""

import dataclasses
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from courseplayer.course.errors import PlainError, storage_error
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.learner import rescue
from courseplayer.learner.keyring import KeyRing
from courseplayer.learner.rescue import Rescue
from courseplayer.learner.rescue_format import UNSEALED, RescuedText, read_rescue, written_rescue
from courseplayer.learner.sealing import DataKey
from courseplayer.learner.seals import FileSeals
from courseplayer.learner.values import DraftKind
from courseplayer.system.atomic import write_file
from courseplayer.system.rescue_places import RescueFolder
from making.clock import SetClock

NOW = SetClock().now()


def a_text(words: str, step: str = "a1b2") -> RescuedText:
    document = Document.from_plain_text(words)
    return RescuedText("uuid-1", CourseId("clinic"), StepId(step), DraftKind.ANSWER, document, NOW)


def page(words: str) -> bytes:
    return f"<!DOCTYPE html>\n<html><body>\n<p>{words}</p>\n</body></html>\n".encode()


def keep(kept_in: Rescue, words: str, step: str = "a1b2") -> Path:
    return kept_in.keep(a_text(words, step), page(words)).path


@pytest.fixture
def folders(tmp_path: Path) -> tuple[RescueFolder, ...]:
    return tuple(RescueFolder(tmp_path / name / "rescued") for name in ("documents", "desktop"))


@pytest.fixture
def kept_in(folders: tuple[RescueFolder, ...], tmp_path: Path) -> Rescue:
    return Rescue(folders, tmp_path / "data" / "learner.db")


def files(folders: tuple[RescueFolder, ...]) -> list[Path]:
    return [path for folder in folders if folder.path.exists() for path in folder.path.iterdir()]


def test_a_growing_text_is_one_file_that_a_browser_shows(
    kept_in: Rescue, folders: tuple[RescueFolder, ...]
) -> None:
    paths = {keep(kept_in, "words " * number) for number in range(1, 6)}
    assert files(folders) == list(paths)
    (path,) = paths
    assert path.parent == folders[0].path
    assert path.name.startswith("2026-11-24 ")
    shown = path.read_text("utf-8")
    assert shown.startswith("<!DOCTYPE html>")
    assert "<p>words words words words words </p>" in shown
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 or os.name == "nt"


def test_two_texts_are_two_files(kept_in: Rescue, folders: tuple[RescueFolder, ...]) -> None:
    assert keep(kept_in, "one", "a1b2") != keep(kept_in, "two", "c3d4")
    kept_in.drop(a_text("", "a1b2").key)
    assert [one.text.step_id for one in Rescue(folders, Path("learner.db")).found()] == ["c3d4"]


def test_when_the_store_has_it_nothing_is_left(kept_in: Rescue, folders: tuple[RescueFolder, ...]) -> None:
    keep(kept_in, "one")
    kept_in.drop(a_text("").key)
    assert not any(folder.path.exists() for folder in folders)


def test_another_place_is_tried_and_the_older_copy_goes(
    kept_in: Rescue, folders: tuple[RescueFolder, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = keep(kept_in, "one")
    write = write_file

    def full(path: Path, data: bytes, check: Callable[[Path], None] | None = None) -> None:
        if path.is_relative_to(folders[0].path):
            raise storage_error(OSError(28, "full"), path)
        write(path, data, check)

    monkeypatch.setattr(rescue, "write_file", full)
    second = keep(kept_in, "one two")
    assert second.parent == folders[1].path
    assert not first.exists()
    kept_in.drop(a_text("").key)
    assert files(folders) == []


def test_without_any_place_it_is_told_and_the_earlier_copy_stays(
    kept_in: Rescue, folders: tuple[RescueFolder, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = keep(kept_in, "one")

    def refuse(*_asked: object, **_more: object) -> None:
        raise storage_error(OSError(28, "full"), path)

    monkeypatch.setattr(rescue, "write_file", refuse)
    with pytest.raises(PlainError, match="Keep this window open"):
        keep(kept_in, "one two")
    assert b"<p>one</p>" in path.read_bytes()


def test_a_copy_of_an_earlier_run_is_found_and_never_written_over_or_dropped(
    kept_in: Rescue, folders: tuple[RescueFolder, ...], tmp_path: Path
) -> None:
    earlier = keep(kept_in, "of yesterday")
    again = Rescue(folders, tmp_path / "data" / "learner.db")
    (found,) = again.found()
    assert (found.path, found.text) == (earlier, a_text("of yesterday"))
    assert keep(again, "of today") != earlier
    assert again.found() == (found,)
    again.drop(a_text("").key)
    assert earlier.exists()
    again.remove(found)
    assert files(folders) == []


def test_a_copy_that_is_kept_is_not_asked_about_again(
    kept_in: Rescue, folders: tuple[RescueFolder, ...]
) -> None:
    keep(kept_in, "one")
    again = Rescue(folders, Path("learner.db"))
    kept = again.set_apart(again.found()[0])
    assert b"<p>one</p>" in kept.read_bytes()
    assert again.found() == ()


def test_a_file_of_somebody_else_in_its_place_is_left_alone(
    kept_in: Rescue, folders: tuple[RescueFolder, ...], tmp_path: Path
) -> None:
    path = keep(kept_in, "one")
    path.write_bytes(b"<p>my own page</p>")
    kept_in.drop(a_text("").key)
    assert path.read_bytes() == b"<p>my own page</p>"
    (tmp_path / "letter.html").write_bytes(page("letter"))
    path.unlink()
    path.symlink_to(tmp_path / "letter.html")
    assert Rescue(folders, Path("learner.db")).found() == ()


def test_another_drive_than_that_of_the_store_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, stick = RescueFolder(tmp_path / "documents"), RescueFolder(tmp_path / "stick")
    memory = RescueFolder(tmp_path / "memory", is_lasting=False)
    drives = {tmp_path / "stick": 2, tmp_path / "memory": 3}
    monkeypatch.setattr(rescue, "_device", lambda folder: drives.get(folder, 1))
    kept = Rescue((documents, memory, stick), tmp_path / "learner.db").keep(a_text("one"), page("one"))
    assert kept.path.parent == stick.path
    assert kept.is_lasting


@pytest.mark.parametrize(
    "words",
    ["</script><script>alert(1)</script>", '<script type="application/json" id="courseplayer-rescued-text">'],
)
def test_words_that_look_like_the_page_come_back_as_they_were(words: str) -> None:
    spans = (Span(words, is_bold=True), Span("link", link="https://example.org/?a=<b>"))
    document = Document((Block(BlockKind.BULLET, spans, 1), Block(BlockKind.QUOTE, (Span("ሰላም 🙂 سلام"),))))
    text = dataclasses.replace(a_text(""), document=document)
    data, suffix = written_rescue(text, page(words), UNSEALED)
    assert suffix == ".html"
    assert read_rescue(data, UNSEALED) == text


def test_what_is_no_rescued_text_is_none() -> None:
    whole, _suffix = written_rescue(a_text("one"), page("one"), UNSEALED)
    for broken in (b"", page("one"), whole[:-30], whole.replace(b'"version": 1', b'"version": 9')):
        assert read_rescue(broken, UNSEALED) is None
    for place in range(len(page("one")), len(whole)):
        flipped = whole[:place] + bytes([whole[place] ^ 0x15]) + whole[place + 1 :]
        read_rescue(flipped, UNSEALED)


class _Pins:
    """A learner with a PIN, which is known or not."""

    def __init__(self, *, is_known: bool = True) -> None:
        self._is_known = is_known

    def seal(self, _learner_uuid: str, plain: bytes) -> bytes | None:
        return bytes(byte ^ 0xA5 for byte in plain)

    def unseal(self, learner_uuid: str, sealed: bytes) -> bytes | None:
        return self.seal(learner_uuid, sealed) if self._is_known else None


def test_the_words_of_a_learner_with_a_pin_lie_nowhere_in_plain(
    folders: tuple[RescueFolder, ...], tmp_path: Path
) -> None:
    kept_in = Rescue(folders, tmp_path / "learner.db", _Pins())
    path = keep(kept_in, "secret words")
    assert path.suffix == ".sealed"
    assert b"secret" not in path.read_bytes()
    assert b"clinic" not in path.read_bytes()
    assert Rescue(folders, tmp_path / "learner.db", _Pins(is_known=False)).found() == ()
    (found,) = Rescue(folders, tmp_path / "learner.db", _Pins()).found()
    assert found.text == a_text("secret words")


def test_a_plain_copy_is_sealed_when_its_learner_has_a_pin_now(
    kept_in: Rescue, folders: tuple[RescueFolder, ...], tmp_path: Path
) -> None:
    keep(kept_in, "secret words")
    again = Rescue(folders, tmp_path / "learner.db", _Pins())
    (found,) = again.found()
    assert found.text == a_text("secret words")
    assert files(folders) == [found.path]
    assert b"secret" not in found.path.read_bytes()
    assert again.found() == (found,)
    again.remove(found)
    assert files(folders) == []


def test_words_behind_a_pin_are_sealed_and_come_back_with_the_key_alone(
    folders: tuple[RescueFolder, ...], tmp_path: Path
) -> None:
    keys = KeyRing()
    keys.add("uuid-1", DataKey.new())
    kept_in = Rescue(folders, tmp_path / "data" / "learner.db", FileSeals(keys))
    path = keep(kept_in, "Kilimanjaro")
    assert b"Kilimanjaro" not in path.read_bytes()
    (found,) = Rescue(folders, tmp_path / "data" / "learner.db", FileSeals(keys)).found()
    assert found.text.document.plain_text() == "Kilimanjaro"
    keys.clear()
    assert Rescue(folders, tmp_path / "data" / "learner.db", FileSeals(keys)).found() == ()
    assert path.exists()
    with pytest.raises(PlainError):
        keep(kept_in, "Kilimanjaro and more")
    assert [one for one in files(folders) if b"Kilimanjaro" in one.read_bytes()] == []
