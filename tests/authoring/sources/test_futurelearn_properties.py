"""What holds for every FutureLearn page, known or not."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from courseplayer.authoring.sources.futurelearn import PageReading, read_page, read_pages
from courseplayer.course.errors import BadInputError
from making.futurelearn import VARIANTS, PlannedCue, PlannedPage, in_words, page_text

WORD = st.sampled_from(
    ["river", "gate", "lantern", "keeper", "water", "stone", "harbour", "summer", "signal"]
)
SENTENCE = st.lists(WORD, min_size=2, max_size=12).map(lambda words: " ".join(words).capitalize() + ".")
TITLE = st.lists(WORD, min_size=1, max_size=6).map(lambda words: " ".join(words).capitalize())
SPEAKER = st.sampled_from([None, "ADA OKORO", "IAN KIRKPATRICK", "Jason", "SPEAKER 2"])
PAGE_VARIANTS = st.sampled_from(VARIANTS)


@st.composite
def planned_pages(draw: st.DrawFn) -> PlannedPage:
    gaps = draw(st.lists(st.integers(1, 500), min_size=1, max_size=8))
    starts = [sum(gaps[: place + 1]) for place in range(len(gaps))]
    # A time code alone is a stamp only beside worded ones; the first and the last are worded.
    variants = [draw(PAGE_VARIANTS) for _ in starts]
    variants[0] = variants[-1] = draw(st.sampled_from(["glued", "spaced", "doubled", "two lines", "hours"]))
    spoken = st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join)
    cues = [
        PlannedCue(start, draw(SPEAKER), draw(spoken), variant)
        for start, variant in zip(starts, variants, strict=True)
    ]
    return PlannedPage(
        title=draw(TITLE),
        cues=cues,
        article=draw(st.lists(SENTENCE, max_size=4)),
        course=draw(st.none() | TITLE),
        provider=draw(st.none() | TITLE.map("The University of {}".format)),
        has_noise=draw(st.booleans()),
        has_previews=draw(st.booleans()),
    )


@given(planned_pages())
def test_page_written_from_a_plan_reads_back_as_the_plan(plan: PlannedPage) -> None:
    page = read_page(page_text(plan).encode(), "page.txt")
    assert [(cue.start_ms, cue.speaker, cue.text) for cue in page.cues] == [
        (cue.start_s * 1000, cue.speaker, cue.text) for cue in plan.cues
    ]
    assert page.title == plan.title
    assert page.article_text == "\n".join(plan.article)
    assert page.course_title == plan.course
    assert page.provider == (plan.provider if plan.course else None)
    assert page.is_preview == (True if plan.has_previews else None)


def all_words(pages: tuple[PageReading, ...]) -> Counter[str]:
    words: list[str] = []
    for page in pages:
        is_from_name = any("The page has no title" in problem.message for problem in page.problems)
        words += [] if is_from_name else page.title.split()
        words += page.article_text.split()
        for cue in page.cues:
            words += f"{cue.speaker or ''} {cue.text}".split()
    return Counter(re.findall(r"w\d{4}", " ".join(words)))


@st.composite
def interleavings(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Numbered words and stamps of every form in any order, with the words in order."""
    pieces: list[str] = []
    words: list[str] = []
    for number in range(draw(st.integers(1, 25))):
        word = f"w{number:04}"
        start = draw(st.integers(0, 9_000))
        label = f"Skip to {in_words(start // 60, 'minute')} and {in_words(start % 60, 'second')}"
        code = f"{start // 60}:{start % 60:02}"
        pieces.append(draw(st.sampled_from(["", "", label, code + label, f"\n{code}\n", f"\n\n{label} "])))
        ending = draw(st.sampled_from([" ", "\n", "\n\n", ". ", ".\n\n", "?\n", ": ", "\r\n", "\u00a0"]))
        pieces.append(
            draw(st.sampled_from(["", "", "ADA: ", "• ", "[Ada Okoro] ", "Title "])) + word + ending
        )
        words.append(word)
    return "".join(pieces), words


@given(interleavings())
@settings(max_examples=300)
def test_no_word_is_lost_or_told_twice(page: tuple[str, list[str]]) -> None:
    text, words = page
    assert all_words(read_pages(text.encode(), "page.txt")) == Counter(words)


@given(interleavings())
def test_words_below_one_stamp_keep_their_order(page: tuple[str, list[str]]) -> None:
    for reading in read_pages(page[0].encode(), "page.txt"):
        starts = [cue.start_ms for cue in reading.cues]
        assert starts == sorted(set(starts))
        for cue in reading.cues:
            found = re.findall(r"w\d{4}", cue.text)
            assert found == sorted(found)


NOISE = [
    *(
        "Skip main navigation",
        "Share this video:",
        "This video is from the free online course:",
        "\n",
        "\n\n",
    ),
    *(
        "Get a taste of this course",
        "Skip to 1 minute and 1 second",
        "Skip to 0 minutes and 5 seconds",
        "ADA:",
    ),
    *(
        "Join the course to learn more.",
        "This content is taken from",
        "online course,",
        "0:39",
        "•",
        "\ufffd",
    ),
    *("\0", "\u2028"),
]


@given(st.lists(st.sampled_from(NOISE) | st.text(max_size=10), max_size=30).map("".join))
@settings(max_examples=300)
def test_any_text_gives_a_page_or_one_sentence(text: str) -> None:
    try:
        pages = read_pages(text.encode(), "page.txt")
    except BadInputError:
        return
    for page in pages:
        assert page.title.strip()
        assert all(cue.text.strip() for cue in page.cues)
        assert all(problem.file == "page.txt" for problem in page.problems)
