"""The whole window in French: no English sentence on any page, and numbers, dates and keys as in France."""

import dataclasses
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QFileDialog, QTextEdit
from pytestqt.qtbot import QtBot

from courseplayer.course.errors import PlainError, storage_error
from courseplayer.coursefile.errors import EMPTY
from courseplayer.system import settings as settings_file
from courseplayer.system.paths import standard_paths
from courseplayer.system.settings import Settings
from courseplayer.ui.navigation import Page
from courseplayer.ui.words import error_words, language_words, minutes_words, size_words
from making.open_window import OpenWindow
from making.shown_words import shown_words
from making.translations import messages_of

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No audio device", "PulseAudio", "No RHI backend"
)
_GAP = re.compile(r"\\\{\w+\\\}|%n")
# Between these a line of the window is put together from several sentences.
_JOINTS = re.compile(r" · |, | \((?=[^()]*\)$)|(?<=[.?!]) ")


@pytest.fixture
def french(qapp: QApplication, tmp_path: Path, demo_course: Path, qtbot: QtBot) -> Iterator[OpenWindow]:
    locale, direction = QLocale(), qapp.layoutDirection()
    paths = standard_paths(os.environ, tmp_path / "home")
    paths.ensure()
    (paths.user_courses / "vide.course").touch()
    settings_file.save(paths.settings_file, dataclasses.replace(Settings(), language="fr", captions_on=True))
    opened = OpenWindow(qapp, paths, demo_course, qtbot)
    yield opened
    opened.close()
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(direction)


def _pattern(sentence: str) -> re.Pattern[str] | None:
    """Return what a sentence looks like when its gaps are filled; None where it is all gaps."""
    if not re.search(r"[A-Za-zÀ-ÿ]{2}", re.sub(r"\{\w+\}|%n", "", sentence)):
        return None
    return re.compile(_GAP.sub(lambda gap: _FILLINGS.get(gap.group(), ".+"), re.escape(sentence)), re.DOTALL)


_NUMBER = r"[\d.,:×\u200e]+"
_FILLINGS = {
    gap: _NUMBER
    for gap in (
        "%n",
        *(
            rf"\{{{name}\}}"
            for name in (
                "done",
                "total",
                "number",
                "count",
                "position",
                "duration",
                "level",
                "minutes",
                "percent",
            )
        ),
    )
}


def test_no_page_or_dialog_has_an_english_sentence_left(french: OpenWindow) -> None:
    messages = [one for one in messages_of("fr") if one.source not in one.forms]
    english = {one.source: pattern for one in messages if (pattern := _pattern(one.source)) is not None}
    wanted = [(one.source, pattern) for one in messages for form in one.forms if (pattern := _pattern(form))]
    left: set[str] = set()
    said: set[str] = set()
    for place in french.everywhere():
        for words in shown_words():
            for part in (words, *_JOINTS.split(words)):
                left |= {f"{place}: {part}" for pattern in english.values() if pattern.fullmatch(part)}
                said |= {source for source, pattern in wanted if pattern.fullmatch(part)}
    assert sorted(left) == []
    assert len(said) > 200


def test_numbers_sizes_dates_keys_and_languages_are_written_as_in_france(french: OpenWindow) -> None:
    words: dict[str, set[str]] = {place: shown_words() for place in french.everywhere()}
    assert "17 étapes · 8,2 Mo" in words["shelf"]
    assert {"1,25\u00a0×", "150\u00a0%", "10 secondes", "français", "English"} <= words["preferences"]
    assert {"1,25×", "Résultat précédent (Maj+Entrée)", "Plein écran (F)"} <= words["video"]
    assert {"Alt+Gauche", "Ctrl+Page suiv", "Espace", "K"} <= words["shortcuts"]
    # A text field gives back plain spaces.
    assert {"Nom : Apprenant", "Mots : 4"} <= words["export"]
    assert any(re.fullmatch(r"Apprenant - 2\.6 .* - tentative 1\.docx", name) for name in words["export"])
    day = r"(lun|mar|mer|jeu|ven|sam|dim)\. \d{1,2} \S+ \d{4}, \d\d:\d\d"
    assert any(re.match(day, line) for line in words["versions"])
    assert any(re.fullmatch(r"Enregistré\u00a0: \d\d:\d\d", line) for line in words["assignment-saved"])


def test_shared_words_are_french_and_errors_keep_their_three_parts(french: OpenWindow) -> None:
    assert (minutes_words(5), size_words(4_400_000)) == ("5\u00a0min", "4,4 Mo")
    assert [language_words(tag) for tag in ("fr", "en", "sw", "am", "und")] == [
        "français", "English", "Kiswahili", "አማርኛ", "und",
    ]  # fmt: skip
    assert error_words(PlainError(EMPTY, file="a.course")) == (
        "a.course est vide et ne contient donc aucun cours. Copiez-le de nouveau depuis son origine."
    )
    assert error_words(storage_error(OSError(28, "No space left"), "a")).startswith("Le disque est plein")


def test_qts_own_dialogs_and_menus_are_french(french: OpenWindow) -> None:
    dialog = QFileDialog(french.window.frame, options=QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    editor = QTextEdit("text", french.window.frame)
    editor.selectAll()
    menu = editor.createStandardContextMenu()
    try:
        assert {"&Enregistrer", "Annuler"} <= shown_words()
        assert any(words.startswith("Cop&ier") for words in shown_words())
    finally:
        menu.deleteLater()
        editor.deleteLater()
        dialog.deleteLater()


def test_the_language_can_be_changed_and_changed_back(french: OpenWindow, qtbot: QtBot) -> None:
    before = french.window
    french.go(Page.PREFERENCES)
    assert "Préférences" in shown_words()
    french.program.settings.change("language", "en")
    qtbot.waitUntil(lambda: french.program.window is not before, timeout=20_000)
    french.settle()
    assert QLocale().language() == QLocale.Language.English
    assert {"Preferences", "10 seconds", "1.25\u00a0×"} <= shown_words()
