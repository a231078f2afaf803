"""SubStation files: what is said in them, and what is not."""

from courseplayer.course.problems import Severity
from making.subtitles import cues, read

ASS = (
    "[Script Info]\nTitle: x\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)


def test_dialogue_is_read_and_comments_are_not() -> None:
    text = (
        ASS
        + "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,not said\n"
        + "Dialogue: 0,0:00:01.00,0:00:02.50,Default,Ada,0,0,0,,{\\b1}One{\\b0}, two\\Nthree\\h\n"
    )
    assert cues(text, "a.ass") == [(1000, 2500, "Ada", "One, two three\u00a0")]
    assert [(p.line, p.severity) for p in read(text, "a.ass").problems] == [(6, Severity.INFO)]


def test_drawings_are_no_words() -> None:
    line = "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{0}\n"
    reading = read(
        ASS + line.replace("{0}", "{\\p1}m 0 0 l 9 9{\\p0}said") + line.replace("{0}", "{\\an7\\p2}m 1 1"),
        "a.ass",
    )
    assert [cue.text for cue in reading.transcript.cues] == ["said"]
    assert [problem.line for problem in reading.problems] == [7]


def test_order_of_fields_is_the_one_the_file_names() -> None:
    text = "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,One, two\n"
    assert cues(text, "a.ssa") == [(1000, 2000, None, "One, two")]


def test_line_with_bad_times_is_reported_and_the_rest_kept() -> None:
    text = ASS + "Dialogue: 0,soon,later,,,,,,,lost\nDialogue: 0,0:00:01.00,0:00:02.00,,,,,,,kept\n"
    reading = read(text, "a.ass")
    assert [cue.text for cue in reading.transcript.cues] == ["kept"]
    assert [(p.line, p.severity) for p in reading.problems] == [(6, Severity.WARNING)]
    assert "lost" in reading.problems[0].message
