"""Practice questions: what is said of each choice, several right answers, and no score anywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from courseplayer.course.content import QuizChoice, QuizQuestion
from courseplayer.ui.icons import Icons
from courseplayer.ui.step.quiz import QuestionCard
from courseplayer.ui.theme import LIGHT, Theme
from making.player_window import ICONS

_ONE = QuizQuestion(
    "What comes first?",
    (
        QuizChoice("Measuring", True, "You cannot see a change otherwise."),
        QuizChoice("Blaming", False, "Why?"),
    ),
    "Without numbers nobody knows.",
)
_SEVERAL = QuizQuestion(
    "Which help?", (QuizChoice("Soap", True), QuizChoice("Water & air", True), QuizChoice("Luck", False))
)


def _card(qtbot: QtBot, question: QuizQuestion) -> QuestionCard:
    made = QuestionCard(1, 2, question, Icons(ICONS, Theme(LIGHT)))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def _choices(card: QuestionCard) -> list[QAbstractButton]:
    kinds = (QRadioButton, QCheckBox)
    return [one for one in card.findChildren(QAbstractButton) if isinstance(one, kinds)]


def _words(card: QuestionCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())


def test_a_wrong_answer_is_explained_and_may_be_tried_again(qtbot: QtBot) -> None:
    card = _card(qtbot, _ONE)
    check, again = card.buttons()
    _choices(card)[1].click()
    check.click()
    words = _words(card)
    for said in ("Not right.", "Why?", "but was not chosen", "try again", "Without numbers nobody knows."):
        assert said in words
    assert _choices(card)[1].accessibleDescription().startswith("Not right.")
    again.click()
    assert not check.isEnabled()
    _choices(card)[0].click()
    check.click()
    assert "Yes, that is right." in _words(card)
    assert not any(figure in _words(card) for figure in ("%", "point", "score", "1/1"))


def test_all_right_answers_are_asked_for_where_there_are_several(qtbot: QtBot) -> None:
    card = _card(qtbot, _SEVERAL)
    check, again = card.buttons()
    soap, water, _luck = _choices(card)
    assert isinstance(soap, QCheckBox)
    assert "More than one answer is right." in _words(card)
    soap.click()
    check.click()
    assert "Not quite" in _words(card)
    again.click()
    soap.click()
    water.click()
    check.click()
    assert "Yes, that is right." in _words(card)


def test_it_is_answered_by_keys_alone(qtbot: QtBot) -> None:
    card = _card(qtbot, _ONE)
    check, again = card.buttons()
    QTest.keyClick(_choices(card)[0], Qt.Key.Key_Space)
    QTest.keyClick(check, Qt.Key.Key_Space)
    assert card.is_checked()
    QTest.keyClick(again, Qt.Key.Key_Space)
    assert not card.is_checked()


@pytest.mark.parametrize("index", [0, 1, 2])
def test_the_words_are_as_good_as_the_box_and_are_shown_as_they_are(qtbot: QtBot, index: int) -> None:
    card = _card(qtbot, _SEVERAL)
    words = card.choice_labels()[index]
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert _choices(card)[index].isChecked()
    assert words.text() == _SEVERAL.choices[index].text
    assert words.buddy() is None
