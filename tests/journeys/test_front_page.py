"""A course from outside: what it is, who made it, a taste of it, its words, and where to go on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from courseplayer.course.outline import StepKind
from courseplayer.ui.course.glossary import GlossaryCard
from making.journey import Journey


@pytest.fixture
def visitor(journey: Journey, demo_course: Path) -> Journey:
    """Somebody who looks at the course for the first time."""
    journey.start(demo_course)
    return journey


def _shown(journey: Journey) -> str:
    labels = journey.window.course.front.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_new_course_opens_at_its_front_page_with_attribution(visitor: Journey) -> None:
    course = visitor.outline.course
    shown = _shown(visitor)
    assert course.title in shown
    assert course.licence is not None
    for words in (course.provider, course.licence.name, course.licence.attribution):
        assert words is not None
        assert words in shown
    for person in course.people:
        assert person.name in shown
    assert f"0 of {len(tuple(visitor.outline.steps()))} steps complete" in shown


def test_the_front_page_gives_a_taste_of_the_course(visitor: Journey) -> None:
    assert "Get a taste of this course" in _shown(visitor)
    previews = visitor.outline.previews()
    assert previews
    front = visitor.window.course.front
    offered = [one for one in front.findChildren(QPushButton) if one.property("step_id")]
    assert [one.property("step_id") for one in offered] == [str(step.id) for step in previews]
    assert all(step.number in one.accessibleName() for step, one in zip(previews, offered, strict=True))
    offered[-1].click()
    visitor.wait_for_step(previews[-1])


def test_the_front_page_leads_on_from_where_one_is(visitor: Journey) -> None:
    visitor.click("Start with 1.1")
    visitor.wait_for_step(visitor.numbered("1.1"))
    visitor.go(visitor.step(StepKind.ARTICLE))
    visitor.click("Mark as complete")
    visitor.click(visitor.outline.course.title)
    assert "1 of 17 steps complete" in _shown(visitor)
    visitor.click("Continue at 1.5")
    visitor.wait_for_step(visitor.numbered("1.5"))


def test_words_of_the_course_are_explained_and_found(visitor: Journey) -> None:
    card = visitor.window.course.front.findChild(GlossaryCard)
    assert card is not None
    visitor.wait(card.isVisible)
    course = visitor.window.session.course
    assert course is not None
    last = course.file.glossary()[-1]
    assert last.meaning in _shown(visitor)
    visitor.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    visitor.type(last.term)
    presenter = visitor.window.search_presenter
    visitor.wait(lambda: any(hit.location.step_id is None for hit in presenter.hits))
    found = next(n for n, hit in enumerate(presenter.hits) if hit.location.step_id is None)
    visitor.window.search.hit_chosen.emit(found)
    term = card.place_of(last.term)
    assert term is not None
    visitor.wait(lambda: not term.visibleRegion().isEmpty())
    assert visitor.shows(visitor.window.course)
