"""FutureLearn pages saved as text, in every form they were seen in."""

import pytest

from courseplayer.authoring.sources.futurelearn import PageReading, read_page, read_pages
from courseplayer.course.errors import BadInputError
from courseplayer.course.outline import StepKind
from courseplayer.course.problems import Severity

PAGE = """\
Skip to 0 minutes and 5 secondsThis week the river is low. Everyone along it knows the reason.

Skip to 0 minutes and 51 secondsAnd lastly we will ask who keeps the gate. You'll hear from two keepers.

Welcome to the keepers of the river

The river has many keepers and few friends.

At the end of the week you can write about a gate that you know.

Share this video:

This video is from the free online course:

Keeping Rivers: Gates & Lanterns

The University of Harbour

Get a taste of this course

Find out what this course is like by previewing some of the course steps before you join:

The first lantern
video

How gates are kept
article
"""


def read(text: str, name: str = "page.txt") -> PageReading:
    return read_page(text.encode(), name)


def said(text: str) -> list[tuple[int, str | None, str]]:
    return [(cue.start_ms, cue.speaker, cue.text) for cue in read(text).cues]


class TestWholePage:
    def test_title_course_and_provider_are_found(self) -> None:
        page = read(PAGE)
        assert page.title == "Welcome to the keepers of the river"
        assert (page.course_title, page.provider) == (
            "Keeping Rivers: Gates & Lanterns",
            "The University of Harbour",
        )

    def test_cues_end_at_the_next_start_and_the_last_is_open(self) -> None:
        assert [(cue.start_ms, cue.end_ms, cue.speaker) for cue in read(PAGE).cues] == [
            (5_000, 51_000, None),
            (51_000, None, None),
        ]

    def test_article_is_what_stands_between_title_and_sharing(self) -> None:
        assert read(PAGE).article_text.split("\n") == [
            "The river has many keepers and few friends.",
            "At the end of the week you can write about a gate that you know.",
        ]

    def test_page_with_the_list_of_open_steps_is_a_preview(self) -> None:
        assert read(PAGE).is_preview is True
        assert read(PAGE.partition("Get a taste")[0]).is_preview is None

    def test_everything_left_out_is_reported_with_its_line(self) -> None:
        problems = read(PAGE).problems
        assert [(p.line, p.severity) for p in problems] == [(11, Severity.INFO), (19, Severity.INFO)]
        assert "Get a taste of this course" in problems[1].message
        assert "article" in problems[1].message

    def test_page_with_stamps_is_a_video(self) -> None:
        assert read(PAGE).kind is StepKind.VIDEO
        assert read(PAGE.replace("this video", "this audio")).kind is StepKind.AUDIO

    def test_banner_above_and_line_ends_do_not_matter(self) -> None:
        banner = (
            "Skip main navigation\n\nWe use cookies to make this site\n\nSign in\nRegister\nMain menu\n\n"
        )
        page = read((banner + PAGE).replace("\n", "\r\n"))
        assert (page.title, page.cues) == (read(PAGE).title, read(PAGE).cues)
        assert page.problems[0].line == 1

    def test_course_may_be_told_above_the_page(self) -> None:
        page = read(
            "Want to keep learning?\n\nThis content is taken from the Harbour Council's online course, "
            "Rivers: Gates. Join the course to learn more.\n\nSkip to 1 minute and 1 secondHello.\n\nA gate\n"
        )
        assert (page.course_title, page.provider, page.title) == (
            "Rivers: Gates",
            "Harbour Council",
            "A gate",
        )

    def test_capital_article_belongs_to_the_provider_name(self) -> None:
        taken = "This content is taken from The University of Harbour online course, Gates. "
        page = read(taken + "Join the course to learn more.\n\nA gate\n\nOne.\n")
        assert (page.course_title, page.provider) == ("Gates", "The University of Harbour")

    def test_number_of_week_and_step(self) -> None:
        assert read(PAGE, "week-6-welcome.txt").week_number == 6
        assert read(PAGE).week_number is None
        numbered = read(PAGE.replace("Welcome", "2.13 Welcome"))
        assert (numbered.step_number, numbered.week_number, numbered.title[:7]) == ("2.13", 2, "Welcome")
        named = read(PAGE, "03-04 gates.txt")
        assert (named.step_number, named.week_number) == ("3.4", 3)
        assert read("Week 4\nStep 4.2\n\n" + PAGE).step_number == "4.2"

    def test_language_is_in_the_name(self) -> None:
        assert read(PAGE, "page.sw.txt").language == "sw"
        assert read(PAGE).language is None

    def test_legacy_encoding_is_read(self) -> None:
        page = read_page(PAGE.replace("'", "’").encode("cp1252"), "page.txt")
        assert "You’ll" in page.cues[1].text


class TestStamps:
    @pytest.mark.parametrize(
        ("stamp", "start_ms"),
        [
            ("Skip to 0 minutes and 5 seconds", 5_000),
            ("Skip to 0 minutes and 5 seconds ", 5_000),
            ("Skip to 1 minute and 1 second", 61_000),
            ("Skip to 1 minute and 1 second ", 61_000),
            ("Skip to 11 minutes and 11 seconds", 671_000),
            ("Skip to 0 minutes and 0 seconds", 0),
            ("Skip to 75 minutes and 10 seconds", 4_510_000),
            ("Skip to 1 hour 2 minutes and 3 seconds", 3_723_000),
            ("Skip to 1 hour, 2 minutes and 3 seconds ", 3_723_000),
            ("0:14Skip to 0 minutes and 14 seconds ", 14_000),
            ("0:14 Skip to 0 minutes and 14 seconds", 14_000),
            ("0:14\nSkip to 0 minutes and 14 seconds\n", 14_000),
            ("75:10Skip to 75 minutes and 10 seconds", 4_510_000),
            ("1:02:03Skip to 1 hour 2 minutes and 3 seconds", 3_723_000),
            ("1:02:03Skip to 62 minutes and 3 seconds", 3_723_000),
        ],
    )
    @pytest.mark.parametrize("words", ["This week.", "so we went on."])
    def test_every_form_gives_its_time_and_leaves_the_words(
        self, stamp: str, start_ms: int, words: str
    ) -> None:
        assert said(f"{stamp}{words}\n\nA gate\n\nShare this video:") == [(start_ms, None, words)]

    def test_bare_time_codes_are_stamps(self) -> None:
        assert said("0:39\nOne.\n\n1:05\nTwo.\n\n1:02:03\nA day is long.\n\n1:30\nThree.\n\nA gate\n") == [
            (39_000, None, "One."),
            (65_000, None, "Two. 1:02:03 A day is long."),
            (90_000, None, "Three."),
        ]

    def test_bare_time_code_between_worded_stamps(self) -> None:
        text = "Skip to 0 minutes and 5 secondsOne.\n\n0:39\n\nTwo.\n\nSkip to 1 minute and 5 secondsThree."
        assert said(text) == [(5_000, None, "One."), (39_000, None, "Two."), (65_000, None, "Three.")]

    def test_several_stamps_in_one_line(self) -> None:
        text = (
            "Skip to 0 minutes and 1 secondHe brings the.Skip to 0 minutes and 5 secondslantern and "
            "Skip to 0 minutes and 9 seconds goes. 0:12Skip to 0 minutes and 12 secondsHome."
        )
        assert said(text) == [
            (1_000, None, "He brings the."),
            (5_000, None, "lantern and"),
            (9_000, None, "goes."),
            (12_000, None, "Home."),
        ]

    def test_stamps_out_of_order_are_sorted_and_reported(self) -> None:
        page = read(
            "Skip to 1 minute and 5 secondsLate.\n\nSkip to 0 minutes and 5 secondsEarly.\n\nA gate\n"
        )
        assert [cue.text for cue in page.cues] == ["Early.", "Late."]
        assert [(p.line, p.severity) for p in page.problems] == [(3, Severity.WARNING)]

    def test_paragraphs_without_stamp_belong_to_the_cue_before(self) -> None:
        text = (
            "Skip to 0 minutes and 5 secondsOne.\n\nAnd more.\n\n"
            "Skip to 0 minutes and 9 secondsTwo goes\n\non here.\n\nA gate\n\nAn article.\n"
        )
        assert said(text) == [(5_000, None, "One. And more."), (9_000, None, "Two goes on here.")]
        assert read(text).title == "A gate"

    def test_stamp_without_words_is_left_out_and_reported(self) -> None:
        page = read("Skip to 0 minutes and 5 seconds\n\nSkip to 0 minutes and 9 secondsTwo.\n\nA gate\n")
        assert [cue.start_ms for cue in page.cues] == [9_000]
        assert page.problems[0].line == 1

    @pytest.mark.parametrize(
        "prose",
        [
            "The gate closes at 23:59 in summer.",
            "See step 2.13 for more.",
            "If you know it, skip to 1 minute and 5 seconds.",
            "You can skip to 1 minute and 5 seconds if you like.",
            "Skip to 1 minute and 5 seconds if you like.",
            "Skip to 1 minute and 5 seconds to see the gate.",
            "Skip to 1 minute.",
            "Skip to 5 minutes and 75 seconds is no time.",
        ],
    )
    def test_false_friends_stay_prose(self, prose: str) -> None:
        text = f"Skip to 0 minutes and 5 secondsOne. {prose}\n\nA gate\n\n{prose}\n\nShare this video:\n"
        assert said(text) == [(5_000, None, f"One. {prose}")]
        assert read(text).article_text == prose

    def test_table_of_times_is_no_transcript(self) -> None:
        page = read("A day at the gate\n\n9:00\n\nThe gate opens.\n\n23:59\n\nThe gate closes.\n")
        assert page.cues == ()
        assert page.article_text.split("\n") == ["9:00", "The gate opens.", "23:59", "The gate closes."]


class TestSpeakers:
    @pytest.mark.parametrize(
        ("words", "speaker", "text"),
        [
            ("ADA OKORO: The gate", "ADA OKORO", "The gate"),
            ("[Ada Okoro] The gate", "Ada Okoro", "The gate"),
            ("Jason: The gate", "Jason", "The gate"),
            ("The gate", None, "The gate"),
            ("[Music] The gate", None, "[Music] The gate"),
        ],
    )
    def test_label_is_the_speaker_of_its_cue_only(self, words: str, speaker: str | None, text: str) -> None:
        page = f"Skip to 0 minutes and 5 seconds{words}\n\nSkip to 0 minutes and 9 secondsMore.\n\nA gate\n"
        assert said(page) == [(5_000, speaker, text), (9_000, None, "More.")]

    @pytest.mark.parametrize(
        ("first", "second", "speaker"),
        [
            ("IAN KIRK", "PATRICK: Hello", "IAN KIRKPATRICK"),
            ("IAN", "KIRKPATRICK: Hello", "IAN KIRKPATRICK"),
            ("Jas", "on: Hello", "Jason"),
            ("[Ada", "Okoro] Hello", "Ada Okoro"),
            ("[Ada Oko", "ro] Hello", "Ada Okoro"),
        ],
    )
    def test_name_split_over_the_same_stamp_is_joined_and_reported(
        self, first: str, second: str, speaker: str
    ) -> None:
        stamp = "Skip to 0 minutes and 5 seconds"
        page = read(f"{stamp}{first}\n\n{stamp}{second}\n\nA gate\n")
        assert [(cue.start_ms, cue.speaker, cue.text) for cue in page.cues] == [(5_000, speaker, "Hello")]
        assert (page.problems[0].line, speaker in page.problems[0].message) == (3, True)

    def test_name_known_from_the_page_decides_where_it_was_split(self) -> None:
        stamp = "Skip to 0 minutes and 5 seconds"
        text = f"{stamp}ADA\n\n{stamp}LIA: Hello\n\nSkip to 0 minutes and 9 secondsADALIA: Yes.\n\nA gate\n"
        assert [cue.speaker for cue in read(text).cues] == ["ADALIA", "ADALIA"]

    def test_words_under_the_same_stamp_twice_are_one_cue(self) -> None:
        stamp = "Skip to 0 minutes and 5 seconds"
        assert said(f"{stamp}One.\n\n{stamp}Two.\n\nA gate\n") == [(5_000, None, "One. Two.")]

    def test_second_speaker_below_one_stamp_begins_a_line(self) -> None:
        text = "Skip to 0 minutes and 5 secondsADA: Who?\n\nJASON MENSAH: We.\n\nA gate\n"
        assert said(text)[0] == (5_000, "ADA", "Who?\nJASON MENSAH: We.")


class TestTitleAndArticle:
    def test_page_without_stamps_has_its_title_first(self) -> None:
        page = read("Skip main navigation\n\nWho keeps the gate?\n\nOne keeper.\n\nTwo keepers.\n")
        assert (page.title, page.kind, page.cues) == ("Who keeps the gate?", StepKind.ARTICLE, ())
        assert page.article_text == "One keeper.\nTwo keepers."

    def test_page_without_stamps_may_call_itself_a_video(self) -> None:
        assert read("A gate\n\nSpoken words.\n\nShare this video:\n").kind is StepKind.VIDEO

    def test_title_above_the_stamps(self) -> None:
        page = read(
            "A gate\n\nWatch the keepers.\n\nSkip to 0 minutes and 5 secondsOne.\n\n"
            "Then write a line.\n\nShare this video:"
        )
        assert page.title == "A gate"
        assert [cue.text for cue in page.cues] == ["One."]
        assert page.article_text == "Watch the keepers.\nThen write a line."

    def test_words_before_the_first_stamp_begin_at_zero(self) -> None:
        page = read("Good morning, keepers.\n\nSkip to 0 minutes and 5 secondsOne.\n\nA gate\n")
        assert [(cue.start_ms, cue.text) for cue in page.cues] == [
            (0, "Good morning, keepers."),
            (5_000, "One."),
        ]
        assert page.problems[0].line == 1

    def test_file_that_ends_in_the_transcript_is_named_after_the_file(self) -> None:
        page = read("Skip to 0 minutes and 5 secondsOne.\n\nTwo whole words.\n", "week-6-old_gates.txt")
        assert (page.title, page.cues[0].text) == ("Old gates", "One. Two whole words.")
        assert any("file's name" in problem.message for problem in page.problems)

    def test_complete_page_without_title_keeps_its_article(self) -> None:
        page = read("Skip to 0 minutes and 5 secondsOne.\n\nTwo whole words.\n\nShare this video:\n")
        assert (page.cues[0].text, page.article_text) == ("One.", "Two whole words.")

    def test_lists_and_headings(self) -> None:
        page = read(
            "A gate\n\nThree things.\n\n  • one & two\n  • two\n    and a half\n\n"
            "Now four < five.\n\n  1. first\n  2. second\n\n"
            "It was so.\n\nThe keepers\n\nThey keep.\n\n– a lone dash\n\n  3. third\n"
        )
        assert page.article_html.split("\n") == [
            "<p>Three things.</p>",
            "<ul><li>one &amp; two</li><li>two and a half</li></ul>",
            "<p>Now four &lt; five.</p>",
            "<ol><li>first</li><li>second</li></ol>",
            "<p>It was so.</p>",
            "<h2>The keepers</h2>",
            "<p>They keep.</p>",
            "<p>– a lone dash</p>",
            "<p>3. third</p>",
        ]
        assert "• one & two\n• two and a half" in page.article_text

    def test_lost_apostrophes_come_back_and_other_losses_are_told(self) -> None:
        page = read("The keeper\ufffds gate\n\nIt\ufffds old \ufffd and low.\n")
        assert (page.title, page.article_text) == ("The keeper’s gate", "It’s old \ufffd and low.")
        assert [(p.line, p.severity) for p in page.problems] == [(3, Severity.WARNING), (None, Severity.INFO)]

    def test_hard_wraps_are_undone(self) -> None:
        page = read(
            "0:00Skip to 0 minutes and 0 seconds ADA OKORO: The gate is kept by two keepers\n"
            "and by the river itself, which knows the way and has never lost it. And now\n"
            "we go to the gate in the evening, when the river is low. Skip to 1 minute and\n"
            "4 seconds So, what we want is a mark on every gate along the river, at its low-\n"
            "water line, and a lantern on every second one of all the gates, for the best of\n"
            "them.\n\n"
            "Welcome to the keepers of the river and of all the gates that stand along the\n"
            "river\n\n"
            "The river has many keepers and few friends, and so has the gate that they keep\n"
            "in summer.\n  • one\n  • two\nShare this video:\n"
        )
        assert page.cues[0].text.endswith("And now we go to the gate in the evening, when the river is low.")
        assert "at its low-water line" in page.cues[1].text
        assert (
            page.title
            == "Welcome to the keepers of the river and of all the gates that stand along the river"
        )
        assert page.article_html.split("\n")[1] == "<ul><li>one</li><li>two</li></ul>"
        assert page.article_text.startswith(
            "The river has many keepers and few friends, and so has the gate that they keep in summer.\n"
        )

    def test_lines_without_empty_lines_between_are_paragraphs(self) -> None:
        wide = (
            "The river has many keepers and few friends, and that is why their gate is kept by two at night."
        )
        page = read(
            f"Skip to 0 minutes and 5 seconds{wide}\nA gate\n{wide}\nShort.\n{wide}\nShare this video:\n"
        )
        assert (page.title, page.article_text) == ("A gate", f"{wide}\nShort.\n{wide}")

    def test_unknown_words_below_the_page_are_kept_and_reported(self) -> None:
        page = read("A gate\n\nOne.\n\nShare this article:\n\nFacebook\nTwitter\n\nTwo more words.\n")
        assert page.article_text == "One.\nTwo more words."
        assert [p.severity for p in page.problems] == [Severity.INFO, Severity.WARNING]


class TestSeveralPages:
    def test_page_glued_to_the_end_of_another_is_a_page_of_its_own(self) -> None:
        first = PAGE.partition("\n\nGet a taste")[0]
        pages = read_pages(
            (first + "0:00Skip to 0 minutes and 0 secondsHello.\n\nA gate\n").encode(), "p.txt"
        )
        assert [page.title for page in pages] == ["Welcome to the keepers of the river", "A gate"]
        assert pages[0].provider == "The University of Harbour"
        assert pages[1].cues[0].text == "Hello."
        assert any(p.severity is Severity.WARNING and p.line == 17 for p in pages[0].problems)

    def test_page_behind_the_list_of_previews_is_found(self) -> None:
        pages = read_pages((PAGE + PAGE).encode(), "p.txt")
        assert [page.title for page in pages] == [read(PAGE).title] * 2
        assert [page.cues for page in pages] == [read(PAGE).cues] * 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t",
        "Skip main navigation\n\nSign in\n",
        "Share this video:\n",
    ],
)
def test_page_without_words_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(BadInputError, match=r"^page\.txt holds no words of a course step"):
        read(text)


def test_binary_file_is_refused() -> None:
    with pytest.raises(BadInputError, match="not a text file"):
        read_page(b"%PDF-1.4 " + bytes(50), "page.txt")
