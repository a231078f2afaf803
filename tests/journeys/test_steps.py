"""Through the steps of a course: the list of steps, articles, practice, answers, marks and the way on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton, QScrollArea, QTreeView

from courseplayer.course.outline import StepKind
from courseplayer.ui.article.view import ArticleView
from courseplayer.ui.outline.model import Role, RowKind
from courseplayer.ui.step.quiz import QuestionCard
from courseplayer.ui.writing.editor import RichEditor
from making.journey import Journey

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def learner(journey: Journey, demo_course: Path) -> Journey:
    """Somebody who has just opened the course."""
    journey.start(demo_course)
    journey.resize(1280, 760)
    return journey


def test_the_way_on_leads_through_every_step_and_ends_with_the_last(learner: Journey) -> None:
    steps = tuple(learner.outline.steps())
    learner.go(steps[-3])
    assert learner.button("Previous").isEnabled()
    for step in steps[-2:]:
        learner.click("Next")
        learner.wait_for_step(step)
    assert not learner.button("Next").isEnabled()
    learner.click("Previous")
    learner.wait_for_step(steps[-2])
    learner.go(steps[0])
    assert not learner.button("Previous").isEnabled()


def test_keys_lead_to_the_next_step_and_mark_this_one(learner: Journey) -> None:
    article = learner.step(StepKind.ARTICLE)
    learner.go(article)
    learner.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert article.id in learner.window.session.progress.done
    assert learner.has_keyboard(learner.child(ArticleView))
    learner.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    after = learner.outline.after(article.id)
    assert after is not None
    learner.wait_for_step(after)
    learner.press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    learner.wait_for_step(article)
    assert learner.button("Completed").isVisible()
    learner.click("Completed")
    assert article.id not in learner.window.session.progress.done


def test_the_list_of_steps_opens_and_closes_weeks_by_click_and_by_key(learner: Journey) -> None:
    tree = learner.child(QTreeView)
    week = tree.model().index(0, 0)
    assert week.data(Role.ROW_KIND) == RowKind.WEEK
    assert tree.isExpanded(week)
    tree.scrollTo(week)
    QTest.mouseClick(tree.viewport(), _LEFT, pos=tree.visualRect(week).center())
    assert not tree.isExpanded(week)
    tree.setFocus()
    _choose(tree, week)
    learner.press(Qt.Key.Key_Return)
    assert tree.isExpanded(week)
    learner.press(Qt.Key.Key_Left)
    assert not tree.isExpanded(week)
    learner.press(Qt.Key.Key_Right)
    assert tree.isExpanded(week)


def test_a_step_is_chosen_by_arrows_and_enter_and_marked_as_shown(learner: Journey) -> None:
    tree = learner.child(QTreeView)
    tree.setFocus()
    _choose(tree, tree.model().index(0, 0))
    for _ in range(3):
        learner.press(Qt.Key.Key_Down)
    chosen = tree.currentIndex()
    assert chosen.data(Role.STEP_ID) == learner.numbered("1.2").id
    learner.press(Qt.Key.Key_Return)
    learner.wait_for_step(learner.numbered("1.2"))
    assert chosen.data(Role.IS_CURRENT)
    assert "shown now" in chosen.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_list_of_steps_shows_the_step_of_a_closed_week(learner: Journey) -> None:
    tree = learner.child(QTreeView)
    tree.collapseAll()
    learner.go(learner.numbered("2.3"))
    assert tree.isExpanded(tree.model().index(1, 0))
    assert tree.currentIndex().data(Role.STEP_ID) == learner.numbered("2.3").id


def test_the_list_of_steps_is_hidden_and_shown_by_button_and_key(learner: Journey) -> None:
    learner.go(learner.step(StepKind.ARTICLE))
    tree = learner.child(QTreeView)
    learner.click("List of steps")
    assert not tree.isVisible()
    learner.press(Qt.Key.Key_F9)
    assert tree.isVisible()


def test_an_article_is_read_on_by_keys(learner: Journey) -> None:
    learner.resize(1024, 600)
    learner.go(learner.step(StepKind.ARTICLE))
    article = learner.child(ArticleView)
    assert learner.has_keyboard(article)
    page = _page_around(article)
    learner.wait(lambda: page.verticalScrollBar().maximum() > 0)
    learner.press(Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0
    learner.press(Qt.Key.Key_Home)
    assert page.verticalScrollBar().value() == 0


def test_practice_is_chosen_checked_explained_and_tried_again(learner: Journey) -> None:
    learner.go(learner.step(StepKind.QUIZ))
    learner.wait(lambda: bool(learner.frame.findChildren(QuestionCard)))
    card = learner.frame.findChildren(QuestionCard)[0]
    check, again = card.buttons()
    assert not check.isEnabled()
    learner.click(card.choice_labels()[0], QPoint(8, 8))
    choice = card.findChildren(QRadioButton)[0]
    assert choice.isChecked()
    learner.click(check)
    assert card.is_checked()
    assert all(verdict for verdict in card.verdicts())
    assert not choice.isEnabled()
    learner.click(again)
    assert not card.is_checked()
    assert card.verdicts() == [""] * len(card.verdicts())
    assert choice.isEnabled()
    assert not choice.isChecked()
    shown = " ".join(label.text() for label in learner.frame.findChildren(QLabel) if label.isVisible())
    assert "Nothing is scored or kept" in shown


def test_practice_leaves_no_trace(learner: Journey) -> None:
    quiz = learner.step(StepKind.QUIZ)
    learner.go(quiz)
    learner.wait(lambda: bool(learner.frame.findChildren(QuestionCard)))
    learner.frame.findChildren(QuestionCard)[0].choose_first()
    learner.go(learner.step(StepKind.ARTICLE))
    learner.go(quiz)
    learner.wait(lambda: any(not card.is_checked() for card in learner.frame.findChildren(QuestionCard)))
    shown = [card for card in learner.frame.findChildren(QuestionCard) if card.isVisible()]
    assert not any(button.isChecked() for card in shown for button in card.findChildren(QRadioButton))
    assert quiz.id not in learner.window.session.progress.done


def test_a_discussion_has_its_prompt_and_keeps_the_learner_s_answer(learner: Journey) -> None:
    talk = learner.step(StepKind.DISCUSSION)
    learner.go(talk)
    assert learner.child(ArticleView).toPlainText().strip()
    editor = learner.child(RichEditor)
    assert editor.accessibleName() == "Your answer"
    learner.wait(lambda: not editor.isReadOnly())
    editor.setFocus()
    learner.type("I am a nurse in Gondar.")
    learner.restart(learner.window.session.course.file.path if learner.window.session.course else None)
    learner.wait_for_step(talk)
    learner.wait(lambda: learner.child(RichEditor).toPlainText() == "I am a nurse in Gondar.")


def _choose(tree: QTreeView, index: QModelIndex) -> None:
    tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _page_around(article: ArticleView) -> QScrollArea:
    around = article.parentWidget()
    while not isinstance(around, QScrollArea):
        assert around is not None
        around = around.parentWidget()
    return around
