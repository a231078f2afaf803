"""The assignment page: brief, length, quotes, versions and files beside the text."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from courseplayer.course.location import Location
from courseplayer.course.transcript import Cue
from courseplayer.course.writing import BlockKind
from courseplayer.learner.values import DraftKind, SaveReason
from courseplayer.ui.assignment.quotable import QuotableStep, Row
from courseplayer.ui.assignment.quote_dialog import CueModel
from making.assignment_desk import AssignmentDesk
from making.plans import ASSIGNMENT_STEP, COURSE_ID, VIDEO_STEP

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _labels(desk: AssignmentDesk) -> str:
    return "\n".join(one.text() for one in desk.view.brief.findChildren(QLabel) if not one.isHidden())


def test_brief_guidance_questions_and_what_it_means_stand_beside_the_editor(desk: AssignmentDesk) -> None:
    shown = _labels(desk)
    for words in ("It is voluntary", "fellow learners read it", "not marked", "Nothing leaves this computer"):
        assert words in shown
    brief = desk.world.step(ASSIGNMENT_STEP).brief
    assert brief is not None
    assert all(one in shown for one in (*brief.guidance, *brief.review_questions))
    assert "Describe an improvement." in desk.view.brief.article.toPlainText()
    assert desk.view.brief.isVisible()
    assert desk.editor.isVisible()


def test_every_control_has_a_name_and_can_be_reached_by_keys(desk: AssignmentDesk) -> None:
    desk.types("words")
    places: list[QWidget] = [desk.view]
    for opened in (desk.open_export, desk.open_versions, desk.open_quotes):
        places.append(opened())
        nameless = [one for one in _controls(places[-1]) if not (one.accessibleName() or _text(one))]
        assert nameless == []
        places[-1].close()
        desk.world.idle()
    assert [one for one in _controls(desk.view) if not (one.accessibleName() or _text(one))] == []


def _controls(place: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QTextEdit, QPlainTextEdit, QLineEdit, QAbstractItemView)
    return [one for one in place.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]


def _text(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""


def test_a_narrow_page_shows_one_at_a_time(desk: AssignmentDesk) -> None:
    desk.view.resize(700, 500)
    assert desk.editor.isVisible()
    assert not desk.view.brief.isVisible()


def test_the_count_is_held_against_the_brief(desk: AssignmentDesk) -> None:
    brief = desk.world.step(ASSIGNMENT_STEP).brief
    assert brief is not None
    assert brief.min_words is not None
    assert brief.max_words is not None
    assert str(brief.min_words) in desk.view.length.words
    desk.types("one two three")
    desk.world.qtbot.waitUntil(lambda: desk.view.length.words.startswith("3 "), timeout=20_000)
    desk.editor.selectAll()
    desk.paste("word " * (brief.max_words + 2))
    desk.world.qtbot.waitUntil(lambda: "too many" in desk.view.length.words, timeout=20_000)


def test_a_quote_of_the_transcript_leads_back_to_the_second(desk: AssignmentDesk) -> None:
    dialog = desk.open_quotes()
    QTest.keyClicks(dialog.filter, "measured")
    desk.world.qtbot.waitUntil(lambda: dialog.model.rowCount() == 2, timeout=20_000)
    QTest.keyClick(dialog.filter, Qt.Key.Key_Down)
    assert dialog.insert.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    quote = desk.editor.written().blocks[0]
    assert quote.kind is BlockKind.QUOTE
    assert quote.plain_text() == (
        "“Then somebody measured how long people wait.” (1.1 Looking at a ward, 0:51)"
    )
    place = Location(COURSE_ID, VIDEO_STEP, 51_000)
    assert quote.spans[1].link == place.as_link()
    wanted: list[object] = []
    desk.presenter.place_wanted.connect(wanted.append)
    cursor = desk.editor.textCursor()
    cursor.setPosition(len(quote.spans[0].text) + 3)
    QTest.mouseClick(
        desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=desk.editor.cursorRect(cursor).center()
    )
    assert wanted == [place]


def test_words_to_quote_are_found_without_their_accents(desk: AssignmentDesk) -> None:
    dialog = desk.open_quotes()
    QTest.keyClicks(dialog.filter, "CAFE")
    desk.world.qtbot.waitUntil(lambda: dialog.model.rowCount() == 2, timeout=20_000)
    assert "café" in str(dialog.model.data(dialog.model.index(1)))
    dialog.reject()


def test_quotes_are_in_the_language_in_which_the_learner_listens(desk: AssignmentDesk) -> None:
    desk.heard_language = "am"
    dialog = desk.open_quotes()
    spoken = next(one for one in dialog.steps if one.step.id == VIDEO_STEP)
    assert spoken.cues[0].text == "እንኳን ደህና መጡ።"


def test_a_transcript_cannot_put_pages_into_tool_tips(desk: AssignmentDesk) -> None:
    hostile = Cue(0, None, None, '<b>Look</b> <img src="file:///etc/passwd">')
    step = desk.world.step(VIDEO_STEP).outline
    model = CueModel(desk.world.icons, desk.view)
    model.show_rows((QuotableStep(step, (hostile,)),), (Row(0), Row(0, 0)))
    tip = model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip
    assert "<img" not in tip
    assert hostile.text in model.index(1, 0).data()


def test_an_earlier_version_is_looked_at_and_brought_back(desk: AssignmentDesk) -> None:
    desk.types("first words")
    desk.presenter.leave()
    desk.world.idle()
    desk.world.clock.move(days=1)
    desk.open()
    desk.editor.selectAll()
    desk.types("second thoughts")
    dialog = desk.open_versions()
    assert dialog.list.count() == 2
    assert not dialog.restore.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    desk.world.qtbot.waitUntil(lambda: dialog.preview.toPlainText() == "first words", timeout=20_000)
    desk.click("Restore this version", dialog)
    desk.world.idle()
    assert desk.editor.toPlainText() == "first words"
    assert desk.stored_words() == "first words"
    assert desk.revisions()[0].reason is SaveReason.RESTORE
    assert len(desk.revisions()) == 3


def test_nothing_is_restored_over_words_that_could_not_be_saved(desk: AssignmentDesk) -> None:
    desk.types("first words")
    desk.presenter.leave()
    desk.world.idle()
    desk.open()
    desk.editor.selectAll()
    desk.types("second thoughts")
    dialog = desk.open_versions()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    desk.world.idle()
    desk.world.refuse_writing()
    desk.click("Restore this version", dialog)
    desk.world.idle()
    assert dialog.isVisible()
    assert dialog.banner.sentence
    assert desk.editor.toPlainText() == "second thoughts"
    dialog.reject()


def test_words_deleted_within_the_same_minute_can_be_brought_back(desk: AssignmentDesk) -> None:
    desk.types("word " * 40)
    desk.save()
    desk.editor.selectAll()
    QTest.keyClick(desk.editor, Qt.Key.Key_Delete)
    desk.save()
    assert [one.words for one in desk.revisions()] == [0, 40]


def test_files_are_added_listed_and_removed_again(desk: AssignmentDesk, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    photo, other = tmp_path / "photo.jpg", tmp_path / "a" / "photo.jpg"
    photo.write_bytes(b"one")
    other.write_bytes(b"two")
    desk.give(photo, other, photo)
    assert [one.file_name for one in desk.attachments()] == ["photo.jpg", "photo (2).jpg"]
    shown = [one.text() for one in desk.view.attachments.findChildren(QLabel) if not one.isHidden()]
    assert "photo (2).jpg" in shown
    desk.click("Remove photo.jpg")
    assert len(desk.attachments()) == 2
    desk.click("Remove", desk.view.attachments)
    desk.world.idle()
    assert [one.file_name for one in desk.attachments()] == ["photo (2).jpg"]


def test_files_are_looked_for_among_documents(
    desk: AssignmentDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"one")
    begun: list[str] = []

    def answer(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[list[str], str]:
        begun.append(folder)
        return [str(tmp_path / "photo.jpg")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    desk.click("Attach…")
    desk.world.idle()
    assert [one.file_name for one in desk.attachments()] == ["photo.jpg"]
    assert Path(begun[0]).is_dir()
    assert Path(begun[0]) != Path.cwd()


def test_files_that_cannot_be_added_are_named_and_the_others_are_added(
    desk: AssignmentDesk, tmp_path: Path
) -> None:
    huge, gone, good = tmp_path / "film.mp4", tmp_path / "gone.pdf", tmp_path / "notes.txt"
    with huge.open("wb") as file:
        file.truncate(100_000_000)
    good.write_text("x")
    desk.give(huge, gone, tmp_path, good)
    sentence = desk.view.attachments.banner.sentence
    assert "film.mp4" in sentence
    assert "gone.pdf" in sentence
    assert tmp_path.name in sentence
    assert [one.file_name for one in desk.attachments()] == ["notes.txt"]


def test_a_file_for_a_text_that_cannot_be_saved_is_not_lost_silently(
    desk: AssignmentDesk, tmp_path: Path
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"one")
    desk.world.refuse_writing()
    desk.give(tmp_path / "photo.jpg")
    assert desk.view.attachments.banner.sentence
    desk.world.allow_writing()


def test_nothing_of_one_learner_stays_on_the_page_for_the_next(desk: AssignmentDesk, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"one")
    desk.types("words of Almaz")
    desk.give(tmp_path / "photo.jpg")
    released = desk.world.hold_store()
    desk.world.session.choose_learner(desk.world.berhane)
    assert desk.editor.toPlainText() == ""
    shown = [one.text() for one in desk.view.attachments.findChildren(QLabel) if one.isVisible()]
    assert "photo.jpg" not in shown
    assert desk.view.length.words.startswith("0 ")
    released.set()
    desk.world.idle()
    desk.world.session.choose_learner(desk.world.almaz)
    desk.world.idle()
    assert desk.editor.toPlainText() == "words of Almaz"


def test_saved_tells_the_time_of_the_store(desk: AssignmentDesk) -> None:
    desk.types("words")
    desk.save()
    draft = desk.world.stored(ASSIGNMENT_STEP, DraftKind.ASSIGNMENT)
    assert draft is not None
    assert draft.saved_at - desk.world.clock.now() == timedelta()
    local = draft.saved_at.astimezone()
    assert f"{local.minute:02}" in desk.view.sheet.saved.words
    assert desk.view.sheet.saved.words.startswith("Saved ")
