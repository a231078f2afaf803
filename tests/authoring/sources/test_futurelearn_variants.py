"""Whole FutureLearn pages of our own words, one for each form a page can have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from courseplayer.authoring.sources.futurelearn import PageReading, read_page

Cues = Sequence[tuple[int, int | None, str | None, str]]

TITLE = "Welcome to the harbour"
ARTICLE = "The harbour is old. It is kept by two."
BELOW = f"\n\n{TITLE}\n\n{ARTICLE}\n"
FOOTER = """
Share this video:

This video is from the free online course:

Quiet Harbours: Who Keeps Them?

The University of Reeds

Get a taste of this course

Find out what this course is like by previewing some of the course steps before you join:

The first gate
video
"""
ROW = [(5_000, None, None, "Row.")]
ROW_REST = [(5_000, 9_000, None, "Row."), (9_000, None, None, "Rest.")]


@dataclass(frozen=True)
class Form:
    """A page, and what a careful reader finds in it."""

    page: str
    cues: Cues
    title: str = TITLE
    article: str = ARTICLE


def video(
    transcript: str, cues: Cues, below: str = BELOW, title: str = TITLE, article: str = ARTICLE
) -> Form:
    return Form(transcript + below + FOOTER, cues, title, article)


def at(seconds: int, words: str) -> str:
    minutes, rest = divmod(seconds, 60)
    unit = ("minute" if minutes == 1 else "minutes", "second" if rest == 1 else "seconds")
    return f"Skip to {minutes} {unit[0]} and {rest} {unit[1]}{words}\n\n"


def with_article(words: str, found: str | None = None) -> Form:
    below = f"\n\n{TITLE}\n\n{words}\n"
    return video(at(5, "Row."), ROW, below, article=words.replace("\n\n", "\n") if found is None else found)


def with_header(words: str) -> Form:
    return video(words + "\n\n" + at(5, "Row."), ROW)


def with_title(title: str) -> Form:
    return video(at(5, "Row."), ROW, f"\n\n{title}\n\n{ARTICLE}\n", title=title)


def spoken_by(label: str, speaker: str | None, words: str = "Row.") -> Form:
    return video(at(5, label), [(5_000, None, speaker, words)])


STAMPS = {
    "glued": video(at(5, "Row.") + at(9, "Rest."), ROW_REST),
    "spaced": video(at(5, " Row.") + at(9, " Rest."), ROW_REST),
    "behind a tab": video(at(5, "\tRow.") + at(9, "\tRest."), ROW_REST),
    "on a line of its own": video(at(5, "\nRow.") + at(9, "\nRest."), ROW_REST),
    "zero": video(at(0, "Row."), [(0, None, None, "Row.")]),
    "one minute and one second, glued": video(at(61, "so it goes."), [(61_000, None, None, "so it goes.")]),
    "singular, glued to an s": video(at(1, "stones sing."), [(1_000, None, None, "stones sing.")]),
    "plural for one": video("Skip to 1 minutes and 1 secondsRow.", [(61_000, None, None, "Row.")]),
    "glued to digits": video(at(5, "12 people row."), [(5_000, None, None, "12 people row.")]),
    "glued to a small s": video(at(5, "salt is sold."), [(5_000, None, None, "salt is sold.")]),
    "minutes past 59": video(at(3_667, "Row."), [(3_667_000, None, None, "Row.")]),
    "hours": video("Skip to 1 hour, 2 minutes and 5 secondsRow.", [(3_725_000, None, None, "Row.")]),
    "hours and minutes": video(
        "Skip to 2 hours and 0 minutes and 1 secondRow.", [(7_201_000, None, None, "Row.")]
    ),
    "hours without minutes": video("Skip to 1 hour and 5 secondsRow.", [(3_605_000, None, None, "Row.")]),
    "doubled and glued": video("0:05" + at(5, "Row.") + "0:09" + at(9, "Rest."), ROW_REST),
    "doubled with spaces": video("0:05 " + at(5, " Row.") + "0:09 " + at(9, " Rest."), ROW_REST),
    "doubled with zeros": video("00:05" + at(5, "Row.") + "00:09" + at(9, "Rest."), ROW_REST),
    "doubled on two lines": video("0:05\n" + at(5, "\nRow.") + "0:09\n" + at(9, "\nRest."), ROW_REST),
    "bare lines": video("0:05\nRow.\n\n0:09\nRest.", ROW_REST),
    "bare, and the last words look like a title": video(
        "0:05\nRow.\n\n0:09\nThe end of the river", [ROW_REST[0], (9_000, None, None, "The end of the river")]
    ),
    "bare below the title": Form(
        f"{TITLE}\n\n0:05\nRow.\n\n0:09\nThe end of the river." + FOOTER,
        [ROW_REST[0], (9_000, None, None, "The end of the river.")],
        article="",
    ),
    "bare below the title, without a full stop": Form(
        f"{TITLE}\n\n0:05\nRow.\n\n0:09\nThe end of the river" + FOOTER,
        [ROW_REST[0], (9_000, None, None, "The end of the river")],
        article="",
    ),
    "one bare line": video("0:05\nRow.", ROW),
    "bare between worded": video(
        at(5, "Row.") + "0:39\n\nFloat.\n\n" + at(62, "Rest."),
        [(5_000, 39_000, None, "Row."), (39_000, 62_000, None, "Float."), (62_000, None, None, "Rest.")],
    ),
    "bare in front of words": video("0:05 Row.\n\n0:09 Rest.", ROW_REST),
    "bare and glued": video("0:05Row.\n\n0:09Rest.", ROW_REST),
    "unbreakable spaces": video(at(5, " Row.").replace(" ", "\u00a0"), ROW),
    "narrow spaces": video(at(5, " Row.").replace(" ", "\u202f"), ROW),
    "cut by a wrap": video("Skip to 0 minutes and\n5 seconds Row.", ROW),
    "missing for a paragraph": video(
        at(5, "Row.") + "Then row again.\n\n" + at(9, "Rest."),
        [(5_000, 9_000, None, "Row. Then row again."), (9_000, None, None, "Rest.")],
    ),
    "missing before the first words": video(
        "Good morning.\n\n" + at(5, "Row."), [(0, 5_000, None, "Good morning."), *ROW]
    ),
    "sentence broken over glued stamps": video(
        at(5, "We row to the") + at(9, "far shore."),
        [(5_000, 9_000, None, "We row to the"), (9_000, None, None, "far shore.")],
    ),
    "sentence broken before words like those of prose": video(
        at(5, " We have come") + at(9, " to see the sea,") + at(12, ", if you like.") + at(15, " Rest."),
        [
            (5_000, 9_000, None, "We have come"),
            (9_000, 12_000, None, "to see the sea,"),
            (12_000, 15_000, None, ", if you like."),
            (15_000, None, None, "Rest."),
        ],
    ),
    "sentence without its end": video(at(5, "We row to the far"), [(5_000, None, None, "We row to the far")]),
    "same stamp in one line": video(
        "Skip to 0 minutes and 5 secondsADASkip to 0 minutes and 5 seconds OKORO: Row.",
        [(5_000, None, "ADA OKORO", "Row.")],
    ),
    "same stamp, colon behind the second": video(
        at(5, "ADA OKORO") + at(5, ": Row."), [(5_000, None, "ADA OKORO", "Row.")]
    ),
    "same stamp, name whole in the first": video(
        at(5, "ADA OKORO:") + at(5, "Row."), [(5_000, None, "ADA OKORO", "Row.")]
    ),
    "same stamp, brackets split": video(
        at(5, "[First La") + at(5, "st] Row."), [(5_000, None, "First Last", "Row.")]
    ),
}
SPEAKERS = {
    "capitals": spoken_by("ADA OKORO: Row.", "ADA OKORO"),
    "capitals without a space": spoken_by("ADA OKORO:Row.", "ADA OKORO"),
    "brackets": spoken_by("[Ada Okoro] Row.", "Ada Okoro"),
    "brackets, glued": spoken_by("[Ada Okoro]Row.", "Ada Okoro"),
    "first name": spoken_by("Jason: Row.", "Jason"),
    "numbered": spoken_by("Speaker 2: Row.", "Speaker 2"),
    "professor": spoken_by("Prof. Ada O’Neil-Okoro: Row.", "Prof. Ada O’Neil-Okoro"),
    "sound": spoken_by("[MUSIC PLAYING] Row.", None, "[MUSIC PLAYING] Row."),
    "advice": spoken_by("Remember: Row.", None, "Remember: Row."),
    "question": spoken_by("So the question is: Who rows?", None, "So the question is: Who rows?"),
    "times in speech": spoken_by(
        "At 23:59 we row, step 2.13 says so. You can skip to 1 minute.",
        None,
        "At 23:59 we row, step 2.13 says so. You can skip to 1 minute.",
    ),
}
TEXTS = {
    "false friends": with_article(
        "The gate shuts at 23:59.\n\n23:59\n\n0:39\n\nSee step 2.13 or skip to 1 minute of the film."
    ),
    "stamp in prose": with_article("Skip to 1 minute and 20 seconds in the film.\n\nThen write a line."),
    "stamp in prose behind a sentence": with_article(
        "Look again. Skip to 2 minutes and 4 seconds for the end."
    ),
    "stamp in prose before a comma": with_article("Skip to 1 minute and 20 seconds, then stop."),
    "lists": with_article(
        "Three:\n\n  • one\n  • two\n\nThen:\n\n  1. first\n  2. second",
        "Three:\n• one\n• two\nThen:\n1. first\n2. second",
    ),
    "navigation with unbreakable spaces": with_header("Skip\u00a0main\u00a0navigation\n\nSign in"),
    "cookies, as written in 2016": with_header(
        "We use cookies to give you a better experience. Carry on browsing if you're happy with this.\n\nOK"
    ),
    "cookies, named": with_header("FutureLearn uses cookies to enhance your visit.\n\nCookie settings"),
    "cookies, by using": with_header(
        "By using this site you accept our use of cookies.\n\nAccept all cookies"
    ),
    "heading above the transcript": with_header("Transcript"),
    "cookies as a subject": with_article("We use cookies to test ovens. They are sweet."),
    "menu word in an article": with_article("Help\n\nAsk the keeper."),
    "title with a step's number": video(at(5, "Row."), ROW, f"\n\n6.1 {TITLE}\n\n{ARTICLE}\n"),
    "title that asks twice": with_title("Who keeps it? And why?"),
    "title with a doctor": with_title("Meet Dr. Okoro and St. Mary"),
    "title with a small first letter": with_title("eHealth: what is it?"),
    "title of one word": with_title("Summary"),
    "title like a menu word": with_title("Discussion"),
    "sharing with networks": Form(
        at(5, "Row.") + BELOW + "\nShare this video: Facebook | Twitter | LinkedIn\n", ROW
    ),
    "nothing below": Form(at(5, "Row.") + BELOW, ROW),
    "title first": Form(f"{TITLE}\n\n" + at(5, "Row.") + at(9, "Rest.") + ARTICLE + "\n" + FOOTER, ROW_REST),
    "title first, without stamps": Form(f"{TITLE}\n\n{ARTICLE}\n" + FOOTER, []),
    "title like a menu word, without stamps": Form(f"Help\n\n{ARTICLE}\n\nShare this article:\n", [], "Help"),
    "newer footer": Form(
        f"{TITLE}\n\n{ARTICLE}\n\nThis article is from the online course:\n\nQuiet Harbours, Inc.\n\n"
        "Created by\n\nReeds Ltd.\n\nJoin now\n\nReach your personal and professional goals\n\n"
        "Unlock access to hundreds of expert online courses.\n\n© FutureLearn\n",
        [],
    ),
}
FORMS = {
    **STAMPS,
    **{f"speaker: {k}": v for k, v in SPEAKERS.items()},
    **{f"text: {k}": v for k, v in TEXTS.items()},
}


def read(page: str | bytes) -> PageReading:
    return read_page(page if isinstance(page, bytes) else page.encode(), "page.txt")


def found_in(page: PageReading) -> Form:
    return Form(
        "", [(c.start_ms, c.end_ms, c.speaker, c.text) for c in page.cues], page.title, page.article_text
    )


@pytest.mark.parametrize("name", FORMS)
def test_page_is_read_as_a_careful_person_reads_it(name: str) -> None:
    form = FORMS[name]
    assert found_in(read(form.page)) == Form("", form.cues, form.title, form.article)


@pytest.mark.parametrize("name", FORMS)
def test_every_word_is_in_the_course_or_in_the_report(name: str) -> None:
    page = read(FORMS[name].page)
    said = [f"{cue.speaker or ''} {cue.text}" for cue in page.cues]
    told = [problem.message for problem in page.problems]
    everything = " ".join(
        [page.title, page.article_text, page.course_title or "", page.provider or "", *said, *told]
    )
    # A stamp is told as a time, so its words need not come back; a word glued to it must.
    seconds = r"1\s+second(?:s(?![a-z]))?|\d+\s+seconds"
    without_stamps = re.sub(rf"Skip\s+to|\d+\s+(?:hours?|minutes?)\b|{seconds}|\d+", " ", FORMS[name].page)
    words = re.findall(r"[^\W\d_]+", without_stamps)
    of_stamps_and_split_names = {"and", "ADA", "OKORO", "First", "La", "st"}
    assert [word for word in words if word not in everything and word not in of_stamps_and_split_names] == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_change_nothing(encoding: str, line_end: str) -> None:
    form = video(at(5, "It’s – “row”."), [(5_000, None, None, "It’s – “row”.")])
    page = read(form.page.replace("\n", line_end).encode(encoding))
    assert found_in(page) == Form("", form.cues, form.title, form.article)


def test_newer_footer_names_course_and_provider() -> None:
    page = read(TEXTS["newer footer"].page)
    assert (page.course_title, page.provider) == ("Quiet Harbours, Inc.", "Reeds Ltd.")


def test_lost_apostrophes_of_owners_come_back_and_ends_of_quotations_do_not() -> None:
    page = read("A gate\n\nThe keepers\ufffd gate.\n\nHe said \ufffdkeepers\ufffd twice.\n")
    assert page.article_text == "The keepers’ gate.\nHe said \ufffdkeepers\ufffd twice."


def test_the_button_for_downloads_is_none_of_its_words() -> None:
    page = read(
        "A gate\n\nWatch the keepers.\n\nSkip to 0 minutes and 5 secondsOne.\n\n"
        "Download video: standard or HD\n\nThen write a line.\n"
    )
    assert page.article_text == "Watch the keepers.\nThen write a line."
    assert "Download" not in page.cues[0].text
