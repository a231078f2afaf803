"""What a learner writes is saved, kept in revisions, and never lost by saving again."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import Draft, DraftKind, LearnerId, SaveReason
from making.clock import SetClock

COURSE = CourseId("clinic")
STEP = StepId("a1b2")


class _Writer:
    """A learner who types into one assignment."""

    def __init__(self, store: LearnerStore) -> None:
        self.store = store
        self.id: LearnerId = store.add_learner("Almaz").id

    def saves(self, text: str, reason: SaveReason = SaveReason.AUTOSAVE) -> Draft:
        document = Document.from_plain_text(text)
        return self.store.save_draft(self.id, COURSE, STEP, DraftKind.ASSIGNMENT, document, reason)

    def history(self, draft: Draft) -> list[tuple[str, SaveReason]]:
        return [
            (self.store.revision_document(revision.id).plain_text(), revision.reason)
            for revision in self.store.revisions(draft.id)
        ]


@pytest.fixture
def writer(store: LearnerStore) -> _Writer:
    return _Writer(store)


def test_nothing_was_written_at_first(writer: _Writer) -> None:
    assert writer.store.draft(writer.id, COURSE, STEP, DraftKind.ASSIGNMENT) is None
    assert writer.store.drafts(writer.id) == ()


def test_a_saved_text_reads_back_in_the_next_session(writer: _Writer, db: Path, clock: SetClock) -> None:
    span = Span("ጥሩ", is_bold=True, is_italic=True, link="course:clinic/a1b2?t=5")
    document = Document((Block(BlockKind.HEADING, (span,), 2), Block(BlockKind.BULLET, (Span("x"),), 1)))
    saved = writer.store.save_draft(writer.id, COURSE, STEP, DraftKind.ANSWER, document, SaveReason.AUTOSAVE)
    assert (saved.document, saved.words, saved.saved_at) == (document, 2, clock.now())
    writer.store.close()
    again = open_learner_store(db, clock)
    assert again.draft(writer.id, COURSE, STEP, DraftKind.ANSWER) == saved
    again.close()


def test_a_second_window_never_writes_over_what_the_first_saved(
    writer: _Writer, db: Path, clock: SetClock
) -> None:
    draft = writer.saves("of the first window")
    second = open_learner_store(db, clock)
    other = Document.from_plain_text("of the second window, longer by far")
    second.save_draft(writer.id, COURSE, STEP, DraftKind.ASSIGNMENT, other, SaveReason.AUTOSAVE)
    second.close()
    writer.saves("of the first window, again")
    writer.saves("of the first window, again and again")
    assert [text for text, _reason in writer.history(draft)] == [
        "of the first window, again and again",
        "of the second window, longer by far",
        "of the first window",
    ]


def test_an_autosave_that_takes_much_away_keeps_what_was_there(writer: _Writer) -> None:
    draft = writer.saves("word " * 30)
    writer.saves("word " * 29)
    writer.saves("")
    assert [len(text.split()) for text, _reason in writer.history(draft)] == [0, 29]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (" ".join(f"word{n}" for n in range(100)), " ".join(f"term{n}" for n in range(120))),
        ("我们听病人说话。" * 30, "病人等了很久很久。" * 40),
    ],
)
def test_another_text_in_the_place_of_one_keeps_what_was_there(
    writer: _Writer, first: str, other: str
) -> None:
    writer.saves(first)
    saved = writer.saves(other)
    assert [text for text, _reason in writer.history(saved)] == [other, first]


def test_words_put_into_the_midst_of_a_text_take_nothing_away(writer: _Writer) -> None:
    words = [f"word{n}" for n in range(100)]
    writer.saves(" ".join(words))
    saved = writer.saves(" ".join([*words[:50], "new", *words[50:]]))
    assert len(writer.history(saved)) == 1
    chinese = writer.saves("我们听病人说话" * 60, SaveReason.LEAVING)
    begun = writer.saves("我们听病人说话" * 30 + "新" + "我们听病人说话" * 30)
    went_on = writer.saves("我们听病人说话" * 30 + "新的" + "我们听病人说话" * 30)
    assert chinese.revision_id != begun.revision_id == went_on.revision_id


def test_kinds_steps_courses_and_learners_do_not_mix(writer: _Writer) -> None:
    store, other = writer.store, writer.store.add_learner("Bekele").id
    places = [
        (writer.id, COURSE, STEP, DraftKind.ASSIGNMENT),
        (writer.id, COURSE, STEP, DraftKind.NOTE),
        (writer.id, COURSE, StepId("other"), DraftKind.ASSIGNMENT),
        (writer.id, CourseId("other"), STEP, DraftKind.ASSIGNMENT),
        (other, COURSE, STEP, DraftKind.ASSIGNMENT),
    ]
    for number, place in enumerate(places):
        store.save_draft(*place, Document.from_plain_text(f"text {number}"), SaveReason.AUTOSAVE)
    read = [store.draft(*place) for place in places]
    assert [draft.document.plain_text() for draft in read if draft] == [f"text {n}" for n in range(5)]
    assert store.drafts(writer.id) == tuple(read[:4])


def test_saving_the_same_text_again_changes_nothing(writer: _Writer, clock: SetClock) -> None:
    first = writer.saves("text")
    clock.move(seconds=600)
    assert writer.saves("text") == first
    assert writer.saves("text", SaveReason.LEAVING) == first
    assert len(writer.store.revisions(first.id)) == 1


def test_autosaves_within_two_minutes_are_one_revision(writer: _Writer, clock: SetClock) -> None:
    writer.saves("a")
    clock.move(seconds=60)
    writer.saves("a b")
    clock.move(seconds=59)
    draft = writer.saves("a b c")
    assert writer.history(draft) == [("a b c", SaveReason.AUTOSAVE)]
    assert (draft.words, draft.saved_at) == (3, clock.now())


def test_typing_on_and_on_leaves_a_revision_every_two_minutes(writer: _Writer, clock: SetClock) -> None:
    for number in range(7):
        draft = writer.saves(f"text {number}")
        clock.move(seconds=40)
    assert [text for text, _ in writer.history(draft)] == ["text 6", "text 5", "text 2"]


@pytest.mark.parametrize("reason", [SaveReason.LEAVING, SaveReason.EXPORT])
def test_what_was_kept_for_a_reason_is_never_written_over(writer: _Writer, reason: SaveReason) -> None:
    writer.saves("kept", reason)
    draft = writer.saves("typed on")
    assert writer.history(draft) == [("typed on", SaveReason.AUTOSAVE), ("kept", reason)]


def test_exporting_freezes_a_text_that_was_only_autosaved(writer: _Writer) -> None:
    autosaved = writer.saves("text")
    exported = writer.saves("text", SaveReason.EXPORT)
    assert (exported.revision_id, exported.saved_at) == (autosaved.revision_id, autosaved.saved_at)
    draft = writer.saves("text and more")
    assert writer.history(draft) == [("text and more", SaveReason.AUTOSAVE), ("text", SaveReason.EXPORT)]


def test_a_clock_that_was_set_back_does_not_cost_a_revision(writer: _Writer, clock: SetClock) -> None:
    writer.saves("before")
    clock.move(days=-3000)
    draft = writer.saves("after")
    assert [text for text, _ in writer.history(draft)] == ["after", "before"]
    assert draft.document.plain_text() == "after"


def test_restoring_keeps_the_present_text_as_a_revision(writer: _Writer, clock: SetClock) -> None:
    first = writer.saves("first", SaveReason.LEAVING)
    present = writer.saves("second")
    restored = writer.store.restore_revision(first.revision_id)
    assert restored.document.plain_text() == "first"
    writer.saves("first, improved")
    assert writer.history(present) == [
        ("first, improved", SaveReason.AUTOSAVE),
        ("first", SaveReason.RESTORE),
        ("second", SaveReason.AUTOSAVE),
        ("first", SaveReason.LEAVING),
    ]


def test_restoring_the_present_text_changes_nothing(writer: _Writer) -> None:
    draft = writer.saves("text")
    assert writer.store.restore_revision(draft.revision_id) == draft
    assert len(writer.store.revisions(draft.id)) == 1


def test_emptying_a_text_is_a_text_too_and_can_be_undone(writer: _Writer) -> None:
    full = writer.saves("everything", SaveReason.LEAVING)
    empty = writer.saves("")
    assert empty.document.is_empty()
    assert writer.store.restore_revision(full.revision_id).document.plain_text() == "everything"


_TEXTS = st.sampled_from(["", "a", "b", "a b", "ሰላም"])
_STEPS = st.lists(
    st.tuples(_TEXTS, st.sampled_from(SaveReason), st.sampled_from([-500, 0, 1, 119, 121, 5_000])),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_STEPS)
def test_the_present_text_is_always_the_one_saved_last(
    store: LearnerStore, clock: SetClock, steps: list[tuple[str, SaveReason, int]]
) -> None:
    learner = store.add_learner(f"Learner {len(store.learners())}").id
    kept: set[str] = set()
    for text, reason, pause_seconds in steps:
        clock.move(seconds=pause_seconds)
        document = Document.from_plain_text(text)
        draft = store.save_draft(learner, COURSE, STEP, DraftKind.NOTE, document, reason)
        history = store.revisions(draft.id)
        kept |= {text} if reason is SaveReason.EXPORT else set()
        assert draft.document == document == store.revision_document(history[0].id)
        assert draft == store.draft(learner, COURSE, STEP, DraftKind.NOTE)
        assert kept <= {store.revision_document(revision.id).plain_text() for revision in history}
