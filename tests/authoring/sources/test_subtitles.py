"""Subtitle files of every format as transcripts."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.authoring.sources.subtitles import read_transcript, read_transcript_file
from courseplayer.course.errors import BadInputError, PlainError
from courseplayer.course.problems import Severity
from courseplayer.course.transcript import Cue
from making.subtitles import TTML, cues, read

WPT_FOLDER = Path(__file__).parents[2] / "data" / "wpt"
WPT: dict[str, dict[str, Any]] = json.loads((WPT_FOLDER / "expected.json").read_text(encoding="utf-8"))[
    "files"
]


def vtt(*texts: str) -> str:
    blocks = (f"00:0{i}.000 --> 00:0{i + 1}.000\n{text}" for i, text in enumerate(texts))
    return "WEBVTT\n\n" + "\n\n".join(blocks)


SRT = "1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:02,000 --> 00:00:03,500\nTwo\n"


class TestWebVtt:
    def test_tags_timestamps_and_entities_become_plain_words(self) -> None:
        text = "<c.red.big>2 &lt; 3</c> <b><i>and</i></b> <00:00.500>caf&#233; &amp;&nbsp;&lrm;tea&copy;"
        assert cues(vtt(text))[0][3] == "2 < 3 and café &\u00a0\u200etea©"

    def test_a_sign_that_begins_no_tag_stays(self) -> None:
        assert cues(vtt("1 < 2, AT&T & R&D <3"))[0][3] == "1 < 2, AT&T & R&D <3"

    def test_voice_is_the_speaker(self) -> None:
        assert cues(vtt("<v.loud Amina  Yusuf>Hello</v>"))[0][2:] == ("Amina Yusuf", "Hello")

    def test_several_voices_in_one_cue_keep_their_names(self) -> None:
        found = cues(vtt("<v Amina>Who decides?\n<v Ada>We do."))[0]
        assert found[2:] == ("Amina", "Who decides?\nAda: We do.")

    def test_reading_above_ruby_is_left_out_and_said(self) -> None:
        reading = read(vtt("<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>へ"))
        assert reading.transcript.cues[0].text == "東京へ"
        assert any("ruby" in problem.message for problem in reading.problems)

    def test_places_on_the_picture_are_left_out_and_said(self) -> None:
        text = "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\n00:02.000 --> 00:03.000 line:0 align:left\nb\n"
        (problem,) = (one for one in read(text).problems if "place" in one.message)
        assert (problem.line, problem.severity) == (6, Severity.INFO)

    def test_lines_are_joined_but_dialogue_keeps_its_lines(self) -> None:
        assert cues(vtt("one\n  two"))[0][3] == "one two"
        assert (
            cues(vtt("- Who decides?\nyou or me?\n– We do."))[0][3] == "- Who decides? you or me?\n– We do."
        )

    def test_label_in_capitals_is_the_speaker_and_sounds_stay(self) -> None:
        found = cues(vtt("ADA OKORO: Hello", "[Music]", ">> Hello"))
        assert [cue[2:] for cue in found] == [("ADA OKORO", "Hello"), (None, "[Music]"), (None, ">> Hello")]

    def test_end_before_start_becomes_open_and_is_reported(self) -> None:
        reading = read("WEBVTT\n\n00:05.000 --> 00:04.000\nx")
        assert reading.transcript.cues == (Cue(5000, None, None, "x"),)
        assert [(p.line, p.severity) for p in reading.problems] == [(3, Severity.WARNING)]

    def test_what_gives_no_cue_is_reported_with_its_line(self) -> None:
        reading = read(
            "WEBVTT\n\nNOTE no word of this\n\nSTYLE\n::cue {}\n\nlost\n\n00:01.000 --> 00:02.000\nkept\n\n"
            "00:03.000 --> 00:0x.000\nbad\n\n00:04.000 --> 00:05.000\n"
        )
        assert [(p.line, p.severity) for p in reading.problems] == [
            (3, Severity.INFO),
            (5, Severity.INFO),
            (8, Severity.WARNING),
            (13, Severity.WARNING),
            (16, Severity.INFO),
        ]
        assert "NOTE no word of this" in reading.problems[0].message
        assert "lost" in reading.problems[2].message

    def test_times_that_only_players_accept_are_read_and_reported(self) -> None:
        reading = read("WEBVTT\n\nid\n0:0:1.5 --> 0:0:3\n<v Ada>a</v>\n\n00:00:04,000 --> 00:00:05,000\nb")
        assert [(c.start_ms, c.end_ms, c.speaker) for c in reading.transcript.cues] == [
            (1500, 3000, "Ada"),
            (4000, 5000, None),
        ]
        assert [problem.line for problem in reading.problems] == [4, 7]

    def test_single_time_that_the_specification_refuses_is_left_out_and_reported(self) -> None:
        reading = read(vtt("right") + "\n\n0:0:3.5 --> 0:0:4.5\nwrong")
        assert [cue.text for cue in reading.transcript.cues] == ["right"]
        assert [(p.line, p.severity) for p in reading.problems] == [(6, Severity.WARNING)]
        assert "wrong" in reading.problems[0].message

    def test_times_in_the_habit_of_the_program_that_wrote_them_are_read(self) -> None:
        habit = "".join(f"\n\n0:0{i}.000 --> 0:0{i}.900\nearly {i}" for i in range(1, 4))
        found = cues("WEBVTT" + habit + "\n\n10:00.000 --> 10:01.000\nlate")
        assert [cue[3] for cue in found] == ["early 1", "early 2", "early 3", "late"]

    def test_words_cut_off_from_their_times_by_an_empty_line_are_kept(self) -> None:
        reading = read("WEBVTT\n\n00:01.000 --> 00:02.000\n\nwords\n\n00:03.000 --> 00:04.000\nmore")
        assert [(c.start_ms, c.text) for c in reading.transcript.cues] == [(1000, "words"), (3000, "more")]
        assert [(p.line, p.severity) for p in reading.problems] == [(5, Severity.INFO)]

    @pytest.mark.parametrize("name", sorted(WPT))
    def test_transcript_has_the_cues_of_the_web_platform_tests(self, name: str) -> None:
        reading = read_transcript((WPT_FOLDER / name).read_bytes(), name, "en")
        assert len(reading.transcript.cues) == WPT[name]["cues"]
        expected = [" ".join(text.split()) for text in WPT[name].get("texts", [])]
        assert [cue.text for cue in reading.transcript.cues][: len(expected)] == expected

    def test_empty_lines_before_the_signature_are_skipped_and_lines_still_count(self) -> None:
        reading = read("\n\n" + vtt("x") + "\n\nlost")
        assert [problem.line for problem in reading.problems] == [1, 8]


class TestSubRip:
    def test_cues_are_read_by_content_whatever_the_name_says(self) -> None:
        reading = read(SRT, "talk.en.vtt")
        assert [cue.text for cue in reading.transcript.cues] == ["One", "Two"]
        assert "SubRip" in reading.problems[0].message

    @pytest.mark.parametrize(
        ("timing", "start_ms", "end_ms"),
        [
            ("0:00:01,5 --> 0:00:02,25", 1500, 2250),
            ("00:00:01.500 --> 00:00:02.000", 1500, 2000),
            ("100:00:01,000 --> 100:00:02,000", 360_001_000, 360_002_000),
            ("00:01,500 --> 00:02", 1500, 2000),
            ("00:00:01,000 -> 00:00:02,000", 1000, 2000),
            ("00:00:01,000 --> 00:00:02,000  X1:40 X2:600", 1000, 2000),
            ("00:00:01,000-->00:00:02,000", 1000, 2000),
            ("00:00:01,000 → 00:00:02,000", 1000, 2000),
            ("00:00:01,000 —> 00:00:02,000", 1000, 2000),
            ("7 00:00:01,000 --> 00:00:02,000", 1000, 2000),
        ],
    )
    def test_times_are_read_as_players_read_them(self, timing: str, start_ms: int, end_ms: int) -> None:
        assert cues(f"1\n{timing}\nx\n", "a.srt") == [(start_ms, end_ms, None, "x")]

    def test_index_lines_may_be_missing_and_mark_and_line_ends_may_be_any(self) -> None:
        text = "\ufeff00:00:01,000 --> 00:00:02,000\r\nOne\r\n\r\n00:00:02,000 --> 00:00:03,000\r\nTwo"
        assert [cue[3] for cue in cues(text, "a.srt")] == ["One", "Two"]

    def test_tags_and_overrides_are_stripped_and_other_words_kept(self) -> None:
        text = '<font color="#ff00ff"><i>2 &lt; 3</i></font>{\\an8} <b>so</b><br>it <NAME> {is}'
        assert cues(f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n", "a.srt")[0][3] == "2 < 3 so it <NAME> {is}"

    def test_tags_in_curly_brackets_are_stripped(self) -> None:
        text = "1\n00:00:01,000 --> 00:00:02,000\n{y:i}{i}so{/i} {B}it{/B} {is}\n"
        assert cues(text, "a.srt")[0][3] == "so it {is}"

    def test_unreadable_start_loses_the_words_and_says_which(self) -> None:
        reading = read(SRT + "\n3\n00:00:0x,000 --> 00:00:05,000\nThree\n", "a.srt")
        assert [cue.text for cue in reading.transcript.cues] == ["One", "Two"]
        assert [(p.line, p.severity) for p in reading.problems] == [(10, Severity.WARNING)]
        assert "Three" in reading.problems[0].message

    def test_unreadable_end_is_left_open(self) -> None:
        reading = read("1\n00:00:07,000 --> 00:00:11:890\nOne\n", "a.srt")
        assert reading.transcript.cues == (Cue(7000, None, None, "One"),)
        assert reading.problems[0].line == 2

    def test_numbered_block_without_times_is_left_out_and_reported(self) -> None:
        reading = read(SRT.replace("2\n00", "2\nLost\n\n3\n00"), "a.srt")
        assert [cue.text for cue in reading.transcript.cues] == ["One", "Two"]
        assert [(p.line, "Lost" in p.message) for p in reading.problems] == [(5, True)]

    def test_words_after_an_empty_line_stay_with_their_cue(self) -> None:
        reading = read(SRT.replace("One", "One\n\nand more"), "a.srt")
        assert [cue.text for cue in reading.transcript.cues] == ["One and more", "Two"]
        assert [(p.line, p.severity) for p in reading.problems] == [(5, Severity.INFO)]

    def test_number_that_is_said_is_not_an_index(self) -> None:
        text = "1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:02,000 --> 00:00:03,000\n7\n"
        assert [cue[3] for cue in cues(text, "a.srt")] == ["42", "7"]

    def test_cues_are_sorted_and_twins_dropped(self) -> None:
        late = "1\n00:00:09,000 --> 00:00:10,000\nlate\n\n"
        reading = read(late + SRT + "\n" + late, "a.srt")
        assert [cue.text for cue in reading.transcript.cues] == ["One", "Two", "late"]
        assert [problem.line for problem in reading.problems] == [6, 10, 14]

    def test_overlapping_cues_are_kept(self) -> None:
        text = "00:00:01,000 --> 00:00:09,000\nlong\n\n00:00:02,000 --> 00:00:03,000\nshort\n"
        assert [cue[:2] for cue in cues(text, "a.srt")] == [(1000, 9000), (2000, 3000)]


class TestSbv:
    def test_cues_are_read(self) -> None:
        text = "0:00:00.378,0:00:11.378\nOne\n\n0:00:11.378,0:00:12.305\nTwo[br]lines\n"
        assert cues(text, "a.sbv") == [(378, 11378, None, "One"), (11378, 12305, None, "Two lines")]
        assert cues(text.replace("78,0", "78 , 0"), "a.sbv") == cues(text, "a.sbv")

    def test_unreadable_line_is_reported(self) -> None:
        reading = read("0:00:00.378,0:00:01.000\nOne\n\n0:00:1x.000,0:00:02.000\nTwo\n", "a.sbv")
        assert [(p.line, p.severity) for p in reading.problems] == [(4, Severity.WARNING)]


class TestLanguage:
    @pytest.mark.parametrize(
        ("name", "given", "language"),
        [
            ("talk.fr.vtt", "pt_br", "pt-BR"),
            ("talk.fr.vtt", None, "fr"),
            ("talk.vtt", None, "es"),
        ],
    )
    def test_given_then_name_then_header(self, name: str, given: str | None, language: str) -> None:
        data = b"WEBVTT\nLanguage: es\n\n00:01.000 --> 00:02.000\nx"
        assert read_transcript(data, name, given).transcript.language == language

    def test_unknown_language_is_und_and_reported(self) -> None:
        reading = read(SRT, "talk.srt", None)
        assert reading.transcript.language == "und"
        assert reading.problems[-1].severity is Severity.INFO


class TestUnusable:
    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            (b"", "is empty"),
            (b" \r\n\t\n", "is empty"),
            (b"some text", "not a subtitle file of a known kind"),
            (b"1", "not a subtitle file of a known kind"),
            (b"WEBVTT", "no words with readable times"),
            (b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "no words with readable times"),
            (b"some text\n00:00:00,500 --> 00:00:07,000", "no words with readable times"),
            (b"[Script Info]\nTitle: x\n", "no words with readable times"),
            (b"PK\x03\x04" + bytes(90), "not a text file"),
        ],
    )
    def test_one_sentence_tells_why(self, data: bytes, sentence: str) -> None:
        with pytest.raises(BadInputError, match=sentence):
            read_transcript(data, "talk.srt", "en")

    def test_missing_file_is_told(self, tmp_path: Path) -> None:

        with pytest.raises(PlainError, match="was not found"):
            read_transcript_file(tmp_path / "gone.vtt", "en")

    def test_file_is_read_from_disk(self, tmp_path: Path) -> None:

        path = tmp_path / "talk.sw.srt"
        path.write_text(SRT, encoding="utf-16")
        assert read_transcript_file(path, None).transcript.language == "sw"


PIECES = [
    *(
        "WEBVTT",
        "\n",
        "\n\n",
        "1",
        "-->",
        "<v Ada>",
        "<i>",
        "</",
        "{\\p1}",
        "[Events]",
        "words",
        "\0",
        "\ufeff",
        "&lt;",
    ),
    *("00:00:01,000 --> 00:00:02,000", "00:01.000 --> 00:00.500", "0:00:01.0,0:00:02.0", ": "),
    "Dialogue: 0,0:00:01.00,0:00:02.00,,,,,,,x",
    *(
        "<tt xmlns='http://www.w3.org/ns/ttml'><body><div>",
        "<p begin='1s' end='0s'>",
        "</p>",
        "</div></body></tt>",
    ),
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join))
def test_any_text_gives_ordered_words_or_one_sentence(text: str) -> None:
    try:
        transcript = read(text, "any.srt").transcript
    except BadInputError:
        return
    starts = [cue.start_ms for cue in transcript.cues]
    assert starts == sorted(starts)
    assert all(cue.text.strip() for cue in transcript.cues)
    assert all(cue.end_ms is None or cue.end_ms > cue.start_ms for cue in transcript.cues)


WORDS = st.text("abcdeé ", min_size=1, max_size=20).map(str.strip).filter(bool)
TIMED = st.lists(
    st.tuples(st.integers(0, 10**7), st.integers(1, 10**4), WORDS), min_size=1, max_size=8, unique=True
)


def clock(ms: int, point: str) -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}{point}{ms % 1000:03}"


@given(TIMED, st.sampled_from(["srt", "vtt", "sbv", "ttml"]))
def test_every_format_reads_back_what_was_written(timed: list[tuple[int, int, str]], kind: str) -> None:
    expected = sorted(
        [(start, start + length, words) for start, length, words in timed], key=lambda one: one[0]
    )
    point = "," if kind == "srt" else "."
    times = [(clock(start, point), clock(end, point), words) for start, end, words in expected]
    text = {
        "srt": "\n".join(f"{i}\n{a} --> {b}\n{w}\n" for i, (a, b, w) in enumerate(times, 1)),
        "vtt": "WEBVTT\n\n" + "\n".join(f"{a} --> {b}\n{w}\n" for a, b, w in times),
        "sbv": "\n".join(f"{a},{b}\n{w}\n" for a, b, w in times),
        "ttml": TTML.replace("{}", "".join(f'<p begin="{a}" end="{b}">{w}</p>' for a, b, w in times)),
    }[kind]
    found = [(start, end, words) for start, end, _, words in cues(text, f"a.{kind}")]
    assert found == [(start, end, " ".join(words.split())) for start, end, words in expected]
