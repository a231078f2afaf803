"""What was done under a wrong name is moved to the right one, and nobody loses a version."""

import pytest

from courseplayer.course.errors import BadInputError
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import (
    MAX_ATTACHMENTS,
    CertainMoment,
    Draft,
    DraftKind,
    LastMinutes,
    LastText,
    Learner,
    SaveReason,
)
from making.clock import SetClock

COURSE = CourseId("clinic")
STEP, NEXT, VIDEO = StepId("a1"), StepId("a2"), StepId("v1")


class Shared:
    """Almaz has an assignment; then somebody goes on under her name."""

    def __init__(self, store: LearnerStore) -> None:
        self.store = store
        self.almaz = store.add_learner("Almaz")
        self.berhane = store.add_learner("Berhane")
        self.save(self.almaz, "We asked twelve patients.")
        store.mark_done(self.almaz.id, COURSE, STEP, True)
        store.remember_place(self.almaz.id, Location(COURSE, VIDEO, 5_000))
        self.moment: CertainMoment = store.mark_certain(self.almaz.id)

    def save(self, learner: Learner, text: str, step: StepId = STEP) -> Draft:
        document = Document.from_plain_text(text)
        return self.store.save_draft(
            learner.id, COURSE, step, DraftKind.ASSIGNMENT, document, SaveReason.AUTOSAVE
        )

    def text(self, learner: Learner, step: StepId = STEP) -> str | None:
        draft = self.store.draft(learner.id, COURSE, step, DraftKind.ASSIGNMENT)
        return None if draft is None else draft.document.plain_text()

    def versions(self, learner: Learner, step: StepId = STEP) -> list[str]:
        draft = self.store.draft(learner.id, COURSE, step, DraftKind.ASSIGNMENT)
        assert draft is not None
        states = self.store.revisions(draft.id)
        return [self.store.revision_document(one.id).plain_text() for one in states]

    def everything(self) -> dict[str, object]:
        """Return the present texts, files and progress of both."""
        return {
            learner.name: (
                [
                    (one.step_id, one.document)
                    for one in self.store.drafts(learner.id)
                    if not one.document.is_empty()
                ],
                self.store.progress(learner.id, COURSE).done,
                {step: ms for step, ms in self.store.progress(learner.id, COURSE).positions_ms.items()},
                [
                    file.sha256
                    for one in self.store.drafts(learner.id)
                    for file in self.store.attachments(one.id)
                ],
            )
            for learner in (self.almaz, self.berhane)
        }


@pytest.fixture
def shared(store: LearnerStore) -> Shared:
    return Shared(store)


def test_nothing_done_is_nothing_to_move(shared: Shared) -> None:
    assert shared.store.last_minutes(shared.moment).is_empty
    before = shared.everything()
    shared.store.move_last_minutes(shared.moment, shared.berhane.id)
    assert shared.everything() == before


def test_what_was_done_is_counted_in_what_was_added(shared: Shared) -> None:
    draft = shared.save(shared.almaz, "We asked twelve patients.\nMy ward is full.")
    shared.save(shared.almaz, "New notes here.", NEXT)
    shared.store.attach(draft.id, "photo.jpg", b"jpg")
    shared.store.mark_done(shared.almaz.id, COURSE, NEXT, True)
    shared.store.mark_done(shared.almaz.id, COURSE, STEP, False)
    shared.store.remember_place(shared.almaz.id, Location(COURSE, VIDEO, 90_000))
    assert shared.store.last_minutes(shared.moment) == LastMinutes(
        texts=(
            LastText(COURSE, STEP, DraftKind.ASSIGNMENT, 4),
            LastText(COURSE, NEXT, DraftKind.ASSIGNMENT, 3),
        ),
        steps_done=1,
        steps_undone=1,
        media_watched=1,
        files=1,
    )


def test_words_go_to_the_right_person_and_the_first_keeps_hers(shared: Shared) -> None:
    shared.save(shared.almaz, "We asked twelve patients.\nMy ward is full.")
    shared.store.move_last_minutes(shared.moment, shared.berhane.id)
    assert shared.text(shared.almaz) == "We asked twelve patients."
    assert shared.text(shared.berhane) == "My ward is full."
    assert "We asked twelve patients.\nMy ward is full." in shared.versions(shared.almaz)


def test_where_both_have_a_text_all_of_it_stays_as_versions(shared: Shared) -> None:
    shared.save(shared.berhane, "My own beginning.")
    shared.save(shared.almaz, "We asked twelve patients.\nMy ward is full.")
    shared.store.move_last_minutes(shared.moment, shared.berhane.id)
    assert shared.versions(shared.berhane) == [
        "My own beginning.\nMy ward is full.",
        "My ward is full.",
        "My own beginning.",
    ]


def test_quick_saves_across_the_moment_are_versions_of_their_own(
    store: LearnerStore, clock: SetClock
) -> None:
    shared = Shared(store)
    clock.move(seconds=1)
    shared.save(shared.almaz, "We asked twelve patients. More")
    assert shared.versions(shared.almaz) == ["We asked twelve patients. More", "We asked twelve patients."]


def test_a_clock_that_was_set_back_hides_nothing(store: LearnerStore, clock: SetClock) -> None:
    shared = Shared(store)
    clock.move(days=-400)
    shared.save(shared.almaz, "We asked twelve patients.\nMy ward is full.")
    assert shared.store.last_minutes(shared.moment).texts[0].words == 4


def test_words_that_were_taken_away_come_back_to_the_first(shared: Shared) -> None:
    shared.save(shared.almaz, "We asked patients.")
    assert shared.store.last_minutes(shared.moment).texts == (
        LastText(COURSE, STEP, DraftKind.ASSIGNMENT, 0),
    )
    shared.store.move_last_minutes(shared.moment, shared.berhane.id)
    assert shared.text(shared.almaz) == "We asked twelve patients."
    assert shared.text(shared.berhane) is None


def test_steps_places_and_files_go_with_the_words(shared: Shared) -> None:
    draft = shared.save(shared.almaz, "We asked twelve patients.")
    shared.store.attach(draft.id, "photo.jpg", b"jpg")
    shared.store.mark_done(shared.almaz.id, COURSE, NEXT, True)
    shared.store.remember_place(shared.almaz.id, Location(COURSE, VIDEO, 90_000))
    shared.store.move_last_minutes(shared.moment, shared.berhane.id)
    hers = shared.store.progress(shared.almaz.id, COURSE)
    his = shared.store.progress(shared.berhane.id, COURSE)
    assert (set(hers.done), dict(hers.positions_ms)) == ({STEP}, {VIDEO: 5_000})
    assert (set(his.done), dict(his.positions_ms), his.last) == (
        {NEXT},
        {VIDEO: 90_000},
        Location(COURSE, VIDEO, 90_000),
    )
    moved = shared.store.draft(shared.berhane.id, COURSE, STEP, DraftKind.ASSIGNMENT)
    assert moved is not None
    assert [file.file_name for file in shared.store.attachments(moved.id)] == ["photo.jpg"]
    assert shared.store.attachments(draft.id) == ()


def test_a_move_is_undone(shared: Shared) -> None:
    shared.save(shared.berhane, "My own beginning.")
    draft = shared.save(shared.almaz, "We asked twelve patients.\nMy ward is full.")
    shared.save(shared.almaz, "All new.", NEXT)
    shared.store.attach(draft.id, "photo.jpg", b"jpg")
    shared.store.mark_done(shared.almaz.id, COURSE, NEXT, True)
    shared.store.remember_place(shared.almaz.id, Location(COURSE, VIDEO, 90_000))
    before = shared.everything()
    moved = shared.store.move_last_minutes(shared.moment, shared.berhane.id)
    assert shared.everything() != before
    shared.store.undo_move(moved)
    assert shared.everything() == before


def test_undoing_leaves_alone_what_was_gone_on_with(shared: Shared) -> None:
    shared.save(shared.almaz, "We asked twelve patients.\nMy ward is full.")
    moved = shared.store.move_last_minutes(shared.moment, shared.berhane.id)
    shared.save(shared.berhane, "My ward is full. And loud.")
    shared.store.undo_move(moved)
    assert shared.text(shared.berhane) == "My ward is full. And loud."
    assert shared.text(shared.almaz) == "We asked twelve patients.\nMy ward is full."


def test_a_move_happens_whole_or_not_at_all(shared: Shared) -> None:
    full = shared.save(shared.berhane, "My own beginning.")
    for number in range(MAX_ATTACHMENTS):
        shared.store.attach(full.id, f"{number}.txt", str(number).encode())
    draft = shared.save(shared.almaz, "We asked twelve patients.\nMy ward is full.")
    shared.store.attach(draft.id, "photo.jpg", b"jpg")
    before = shared.everything()
    with pytest.raises(BadInputError):
        shared.store.move_last_minutes(shared.moment, shared.berhane.id)
    assert shared.everything() == before
