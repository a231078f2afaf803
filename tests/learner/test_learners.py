"""Several people share a computer: names, progress and places of each."""

from pathlib import Path

import pytest

from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.progress import CourseProgress
from courseplayer.learner.errors import RefusedNameError
from courseplayer.learner.store import LearnerStore, open_learner_store
from making.clock import SetClock

COURSE = CourseId("clinic")
STEP = StepId("a1b2")


def test_a_new_store_knows_nobody(store: LearnerStore) -> None:
    assert store.learners() == ()
    assert store.last_learner() is None


def test_learners_are_listed_by_name_with_an_identity_each(store: LearnerStore) -> None:
    added = [store.add_learner(name) for name in ("Tigist", "almaz", "Bekele")]
    assert [learner.name for learner in store.learners()] == ["almaz", "Bekele", "Tigist"]
    assert len({learner.uuid for learner in added}) == 3
    assert store.learner(added[0].id) == added[0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Almaz  Tesfaye ", "Almaz Tesfaye"),
        ("አልማዝ", "አልማዝ"),
        ("محمد", "محمد"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("王小明", "王小明"),
        ("Zoe\u0308", "Zoë"),
        ("O'Brien-Núñez, Jr.", "O'Brien-Núñez, Jr."),
        ("a\nb\x00c\u202e", "a bc"),
        ("x" * 60, "x" * 60),
        ("7", "7"),
    ],
)
def test_names_of_any_script_are_kept(store: LearnerStore, typed: str, kept: str) -> None:
    assert store.add_learner(typed).name == kept


@pytest.mark.parametrize("typed", ["", "   ", "\u200d", "...", "\n", "x" * 61])
def test_a_name_nobody_could_read_or_list_is_refused(store: LearnerStore, typed: str) -> None:
    with pytest.raises(RefusedNameError, match="nothing was changed"):
        store.add_learner(typed)
    assert store.learners() == ()


@pytest.mark.parametrize("same", ["almaz", " ALMAZ ", "Al\u202dmaz", "\uff21lmaz"])
def test_a_name_that_looks_the_same_is_taken(store: LearnerStore, same: str) -> None:
    store.add_learner("Almaz")
    with pytest.raises(RefusedNameError, match="Someone called Almaz already learns here"):
        store.add_learner(same)
    assert len(store.learners()) == 1


def test_renaming_keeps_the_identity_and_may_change_case_only(store: LearnerStore) -> None:
    almaz = store.add_learner("almaz")
    store.add_learner("Bekele")
    store.rename_learner(almaz.id, "Almaz")
    with pytest.raises(RefusedNameError, match="Bekele"):
        store.rename_learner(almaz.id, "bekele")
    renamed = store.learner(almaz.id)
    assert renamed is not None
    assert (renamed.name, renamed.uuid) == ("Almaz", almaz.uuid)


def test_the_learner_chosen_last_is_remembered_although_the_clock_was_set_back(
    store: LearnerStore, db: Path, clock: SetClock
) -> None:
    first, second = store.add_learner("A"), store.add_learner("B")
    store.choose_learner(first.id)
    clock.move(days=-4000)
    store.choose_learner(second.id)
    store.close()
    again = open_learner_store(db, clock)
    assert again.last_learner() == second.id
    again.choose_learner(first.id)
    assert again.last_learner() == first.id
    again.close()


def test_an_unopened_course_has_no_progress(store: LearnerStore) -> None:
    assert store.progress(store.add_learner("A").id, COURSE) == CourseProgress()


def test_a_step_can_be_marked_and_unmarked(store: LearnerStore) -> None:
    learner = store.add_learner("A").id
    store.mark_done(learner, COURSE, STEP, True)
    store.mark_done(learner, COURSE, STEP, True)
    store.mark_done(learner, COURSE, StepId("other"), True)
    assert store.progress(learner, COURSE).done == {STEP, "other"}
    store.mark_done(learner, COURSE, STEP, False)
    assert store.progress(learner, COURSE).done == {"other"}


def test_each_learner_and_each_course_has_its_own_progress(store: LearnerStore) -> None:
    one, two = store.add_learner("A").id, store.add_learner("B").id
    store.mark_done(one, COURSE, STEP, True)
    store.remember_place(one, Location(COURSE, STEP, 5_000))
    assert store.progress(two, COURSE) == CourseProgress()
    assert store.progress(one, CourseId("other")) == CourseProgress()


def test_the_last_place_and_the_position_of_every_medium_are_kept(store: LearnerStore) -> None:
    learner = store.add_learner("A").id
    store.remember_place(learner, Location(COURSE, STEP, 51_000))
    store.remember_place(learner, Location(COURSE, StepId("article")))
    progress = store.progress(learner, COURSE)
    assert progress.last == Location(COURSE, StepId("article"))
    assert progress.positions_ms == {STEP: 51_000}


def test_a_position_and_a_mark_of_one_step_do_not_wipe_each_other_out(store: LearnerStore) -> None:
    learner = store.add_learner("A").id
    store.mark_done(learner, COURSE, STEP, True)
    store.remember_place(learner, Location(COURSE, STEP, 7))
    store.mark_done(learner, COURSE, StepId("x"), False)
    progress = store.progress(learner, COURSE)
    assert progress.done == {STEP}
    assert progress.positions_ms == {STEP: 7}


def test_the_front_page_of_a_course_is_a_place_too(store: LearnerStore) -> None:
    learner = store.add_learner("A").id
    store.remember_place(learner, Location(COURSE, STEP, 7))
    store.remember_place(learner, Location(COURSE))
    assert store.progress(learner, COURSE).last == Location(COURSE)
