"""Files added to a text, and the record of what was exported."""

import hashlib
from pathlib import Path

import pytest

from courseplayer.course.errors import BadInputError
from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import (
    MAX_ATTACHMENT_BYTES,
    MAX_ATTACHMENTS,
    Draft,
    DraftKind,
    LearnerId,
    SaveReason,
    Submission,
)
from making.clock import SetClock

COURSE = CourseId("clinic")
STEP = StepId("a1b2")


@pytest.fixture
def learner(store: LearnerStore) -> LearnerId:
    return store.add_learner("Almaz").id


@pytest.fixture
def draft(store: LearnerStore, learner: LearnerId) -> Draft:
    return _save(store, learner, "first")


def _save(store: LearnerStore, learner: LearnerId, text: str) -> Draft:
    document = Document.from_plain_text(text)
    return store.save_draft(learner, COURSE, STEP, DraftKind.ASSIGNMENT, document, SaveReason.EXPORT)


def _export(store: LearnerStore, draft: Draft, suffix: str) -> Submission:
    return store.record_submission(draft.id, draft.revision_id, suffix, Path(f"/x/a.{suffix}"), "00ff", 12)


def test_an_attached_file_reads_back_byte_for_byte(store: LearnerStore, draft: Draft) -> None:
    data = bytes(range(256)) * 40
    attached = store.attach(draft.id, "C:\\photos\\ward.jpg", data)
    assert attached.file_name == "ward.jpg"
    assert attached.size_bytes == len(data)
    assert attached.sha256 == hashlib.sha256(data).hexdigest()
    assert store.attachments(draft.id) == (attached,)
    assert store.attachment_bytes(attached.id) == data


def test_two_files_of_one_name_are_told_apart_and_the_same_file_stays_one(
    store: LearnerStore, draft: Draft
) -> None:
    one = store.attach(draft.id, "a.txt", b"one")
    two = store.attach(draft.id, "A.TXT", b"two")
    assert (one.file_name, two.file_name) == ("a.txt", "A (2).TXT")
    assert store.attach(draft.id, "a.txt", b"one") == one
    assert store.attachments(draft.id) == (one, two)


def test_an_empty_file_can_be_attached(store: LearnerStore, draft: Draft) -> None:
    assert store.attachment_bytes(store.attach(draft.id, "empty", b"").id) == b""


def test_a_removed_file_is_gone_and_its_text_is_not(store: LearnerStore, draft: Draft) -> None:
    store.detach(store.attach(draft.id, "a.txt", b"one").id)
    assert store.attachments(draft.id) == ()
    assert store.revision_document(draft.revision_id).plain_text() == "first"


def test_the_largest_file_fits_and_a_larger_one_is_refused_in_one_sentence(
    store: LearnerStore, draft: Draft
) -> None:
    store.attach(draft.id, "largest.bin", bytes(MAX_ATTACHMENT_BYTES))
    with pytest.raises(BadInputError, match=r"huge\.bin is larger than 20 MB"):
        store.attach(draft.id, "huge.bin", bytes(MAX_ATTACHMENT_BYTES + 1))
    assert [one.file_name for one in store.attachments(draft.id)] == ["largest.bin"]


def test_one_file_too_many_is_refused_in_one_sentence(store: LearnerStore, draft: Draft) -> None:
    for number in range(MAX_ATTACHMENTS):
        store.attach(draft.id, f"{number}.txt", str(number).encode())
    with pytest.raises(BadInputError, match="25 files at most"):
        store.attach(draft.id, "more.txt", b"more")
    assert len(store.attachments(draft.id)) == MAX_ATTACHMENTS


def test_the_first_export_is_the_first_attempt(
    store: LearnerStore, learner: LearnerId, draft: Draft, clock: SetClock
) -> None:
    assert store.next_attempt(draft.id) == 1
    submission = _export(store, draft, "docx")
    assert (submission.attempt, submission.state, submission.format) == (1, "exported", "docx")
    assert Path(submission.path) == Path("/x/a.docx")
    assert submission.exported_at == clock.now()
    assert store.submissions(learner, COURSE, STEP) == (submission,)


def test_the_same_text_in_another_format_is_the_same_attempt(
    store: LearnerStore, learner: LearnerId, draft: Draft
) -> None:
    docx = _export(store, draft, "docx")
    assert store.next_attempt(draft.id) == 1
    pdf = _export(store, draft, "pdf")
    assert (docx.attempt, pdf.attempt) == (1, 1)
    assert store.submissions(learner, COURSE, STEP) == (pdf, docx)


def test_a_changed_text_is_the_next_attempt(store: LearnerStore, learner: LearnerId, draft: Draft) -> None:
    _export(store, draft, "docx")
    second = _save(store, learner, "second")
    assert store.next_attempt(draft.id) == 2
    assert _export(store, second, "docx").attempt == 2
    assert _export(store, draft, "odt").attempt == 1


def test_an_exported_text_is_frozen_whatever_reason_it_was_saved_for(
    store: LearnerStore, learner: LearnerId
) -> None:
    def autosave(text: str) -> Draft:
        document = Document.from_plain_text(text)
        return store.save_draft(learner, COURSE, STEP, DraftKind.NOTE, document, SaveReason.AUTOSAVE)

    exported = autosave("as sent")
    _export(store, exported, "docx")
    autosave("typed on")
    assert store.revision_document(exported.revision_id).plain_text() == "as sent"


def test_submissions_of_another_step_or_learner_are_not_shown(
    store: LearnerStore, learner: LearnerId, draft: Draft
) -> None:
    _export(store, draft, "docx")
    assert store.submissions(learner, COURSE, StepId("other")) == ()
    assert store.submissions(store.add_learner("B").id, COURSE, STEP) == ()
