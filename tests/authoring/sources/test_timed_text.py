"""Timed Text Markup Language: its times, its spans, and what is refused."""

import pytest

from courseplayer.authoring.sources.subtitles import read_transcript
from courseplayer.course.errors import BadInputError
from courseplayer.course.problems import Severity
from making.subtitles import TTML, cues, read


def test_clock_offset_frame_and_tick_times_are_read() -> None:
    body = (
        '<p begin="00:00:01.5" end="00:00:02:05">a</p><p begin="3s" dur="500ms">b</p>'
        '<p begin="5000t" end="150f">c</p><p begin="0.5h">d</p>'
    )
    assert [cue[:2] for cue in cues(TTML.replace("{}", body), "a.ttml")] == [
        (1500, 2200),
        (3000, 3500),
        (5000, 6000),
        (1_800_000, None),
    ]


@pytest.mark.parametrize(
    ("rates", "time", "start_ms"),
    [
        ("", "5t", 5000),
        ('ttp:frameRate="25"', "5t", 200),
        ('ttp:tickRate="10000000"', "25000000t", 2500),
        ('ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"', "300f", 10_010),
        ('ttp:frameRate="30" ttp:frameRateMultiplier="1000:1001"', "300f", 10_010),
        ("", "00:01.5", 1500),
        ("", "00:00:01,5", 1500),
        ("", "1.5", 1500),
    ],
)
def test_rates_of_the_file_and_forms_of_other_programs(rates: str, time: str, start_ms: int) -> None:
    text = TTML.replace('ttp:frameRate="25" ttp:tickRate="1000"', rates)
    assert cues(text.replace("{}", f'<p begin="{time}">a</p>'), "a.ttml") == [(start_ms, None, None, "a")]


def test_no_word_around_or_inside_timed_spans_is_lost() -> None:
    body = (
        '<p>lead <span><span begin="1s" end="2s">one</span></span> and '
        '<span begin="3s" dur="1s">two</span> tail</p>'
    )
    assert cues(TTML.replace("{}", body), "a.ttml") == [
        (1000, 2000, None, "lead one and"),
        (3000, 4000, None, "two tail"),
    ]


def test_timed_words_of_a_timed_paragraph_are_one_cue() -> None:
    body = '<p begin="1s" end="9s"><span begin="0s">One</span><span begin="3s">two</span>, three</p>'
    assert cues(TTML.replace("{}", body), "a.ttml") == [(1000, 9000, None, "One two, three")]


def test_paragraph_has_the_times_of_its_division() -> None:
    body = '<p/></div><div begin="1s" end="5s"><p>a</p>'
    assert cues(TTML.replace("{}", body), "a.ttml") == [(1000, 5000, None, "a")]


def test_words_without_any_time_begin_at_zero_and_are_reported() -> None:
    reading = read("\n" + TTML.replace("{}", '\n<p>first</p><p begin="1s">then</p>'), "a.ttml")
    assert [cue.start_ms for cue in reading.transcript.cues] == [0, 1000]
    assert [(p.line, p.severity) for p in reading.problems] == [(3, Severity.INFO)]


def test_times_count_from_the_division() -> None:
    body = '<p/></div><div begin="10s"><p begin="1s" end="2s">a</p><p><span begin="3s">b</span></p>'
    assert [cue[:2] for cue in cues(TTML.replace("{}", body), "a.ttml")] == [
        (11_000, 12_000),
        (13_000, None),
    ]


def test_only_br_breaks_lines_and_the_agent_speaks() -> None:
    body = '<p begin="1s" end="2s" ttm:agent="a">- one\n  <span>two</span><br/>- three &amp; four</p>'
    found = cues(TTML.replace("{}", body), "a.ttml")
    assert found == [(1000, 2000, "Amina Yusuf", "- one two\n- three & four")]


def test_language_is_in_the_root() -> None:
    reading = read_transcript(TTML.replace("{}", '<p begin="1s">a</p>').encode(), "talk.ttml", None)
    assert reading.transcript.language == "fr"


@pytest.mark.parametrize("wrong", ['end="soon"', 'dur="soon"', 'dur="1s" end="soon"'])
def test_an_end_that_cannot_be_read_is_reported(wrong: str) -> None:
    reading = read(TTML.replace("{}", f'\n<p begin="1s" {wrong}>a</p>'), "a.ttml")
    assert [cue.start_ms for cue in reading.transcript.cues] == [1000]
    (problem,) = (one for one in reading.problems if "soon" in one.message)
    assert (problem.line, problem.severity) == (TTML.count("\n", 0, TTML.index("{}")) + 2, Severity.WARNING)


def test_a_beginning_of_a_part_that_cannot_be_read_is_reported() -> None:
    reading = read(TTML.replace("{}", '<p><span begin="soon" end="2s">a</span></p>'), "a.ttml")
    assert any("soon" in problem.message for problem in reading.problems)


def test_reading_above_ruby_is_left_out_and_said() -> None:
    ruby = (
        '<p begin="1s"><span tts:ruby="container"><span tts:ruby="base">東</span>'
        '<span tts:ruby="delimiter">(</span><span tts:ruby="text">とう</span></span>へ</p>'
    )
    text = TTML.replace("{}", ruby).replace("<tt ", '<tt xmlns:tts="http://www.w3.org/ns/ttml#styling" ', 1)
    reading = read(text, "a.ttml")
    assert reading.transcript.cues[0].text == "東へ"
    assert any("ruby" in problem.message and problem.line for problem in reading.problems)


def test_words_without_readable_times_are_reported() -> None:
    reading = read(TTML.replace("{}", '<p begin="soon">lost</p><p begin="1s">kept</p>'), "a.ttml")
    assert [cue.text for cue in reading.transcript.cues] == ["kept"]
    assert "lost" in reading.problems[0].message
    assert reading.problems[0].line == 1


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE tt [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE tt [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE tt SYSTEM "http://127.0.0.1:9/a.dtd">',
    ],
)
def test_entities_are_refused(declaration: str) -> None:
    text = TTML.replace("{}", '<p begin="1s">a</p>').replace("<tt ", declaration + "<tt ", 1)
    with pytest.raises(BadInputError, match="entities"):
        read(text, "a.ttml")


def test_broken_xml_is_told_with_its_line() -> None:
    with pytest.raises(BadInputError, match="line 2 is not XML"):
        read('<tt xmlns="http://www.w3.org/ns/ttml">\n<body></tt>', "a.ttml")


def test_deep_nesting_does_not_exhaust_the_stack() -> None:
    depth = 5_000
    body = '<p begin="1s">' + "<span>" * depth + "deep" + "</span>" * depth + "</p>"
    assert cues(TTML.replace("{}", body), "a.ttml")[0][3] == "deep"
