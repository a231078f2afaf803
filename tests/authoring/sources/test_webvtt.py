"""The WebVTT parser against the specification's own tests."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.authoring.sources.encoding import decode
from courseplayer.authoring.sources.webvtt import BlockKind, NotWebVttError, VttFile, parse

DATA = Path(__file__).parents[2] / "data" / "wpt"
EXPECTED: dict[str, dict[str, Any]] = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))[
    "files"
]


def read(name: str) -> VttFile:
    return parse(decode((DATA / name).read_bytes(), name).text)


def test_all_ten_files_are_there() -> None:
    assert len(EXPECTED) == 10
    assert sorted(EXPECTED) == sorted(path.name for path in DATA.glob("*.vtt"))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_web_platform_tests_give_the_expected_cues(name: str) -> None:
    cues, expected = read(name).cues, EXPECTED[name]
    assert len(cues) == expected["cues"]
    if "texts" in expected:
        assert [cue.text for cue in cues] == expected["texts"]
    if "start" in expected:
        assert [cue.start_ms / 1000 for cue in cues] == expected["start"]
        assert [cue.end_ms / 1000 for cue in cues] == expected["end"]
    if "settings" in expected:
        assert [dict(cue.settings) for cue in cues] == expected["settings"]
    ids = expected.get("ids", {})
    for place, cue_id in enumerate(ids) if isinstance(ids, list) else ids.items():
        assert cues[int(place)].id == cue_id


@pytest.mark.parametrize(
    "text", ["", "WEBVT", "webvtt\n", "WEBVTTX\n", "\nWEBVTT\n", "﻿﻿WEBVTT", "00:00.000 --> 00:01.000\nx"]
)
def test_other_beginnings_are_no_webvtt(text: str) -> None:
    with pytest.raises(NotWebVttError):
        parse(text)


@pytest.mark.parametrize("text", ["WEBVTT", "﻿WEBVTT\n", "WEBVTT\tnote", "WEBVTT - a title\n\n"])
def test_signature_alone_is_an_empty_file(text: str) -> None:
    assert parse(text) == VttFile((), ())


def test_header_gives_the_language_and_may_touch_the_first_cue() -> None:
    file = parse("WEBVTT\nKind: captions\nLanguage: pt-BR\n00:01.000 --> 00:02.000\nOlá")
    assert file.language == "pt-BR"
    assert [(cue.start_ms, cue.end_ms, cue.text, cue.line) for cue in file.cues] == [(1000, 2000, "Olá", 4)]


def test_blocks_that_are_no_cues_keep_their_kind_and_line() -> None:
    file = parse(
        "WEBVTT\n\nNOTE by hand\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nlost words\nmore\n\n"
        "00:01.000 --> 00:02.000\nkept\n"
    )
    assert [(block.line, block.kind) for block in file.dropped] == [
        (3, BlockKind.NOTE),
        (5, BlockKind.STYLE),
        (8, BlockKind.REGION),
        (11, BlockKind.UNREADABLE),
    ]
    assert [cue.text for cue in file.cues] == ["kept"]


def test_cue_without_an_empty_line_before_it_ends_the_one_above() -> None:
    file = parse("WEBVTT\n\n00:01.000 --> 00:02.000\none\ntwo\n00:03.000 --> 00:04.000\nthree")
    assert [cue.text for cue in file.cues] == ["one\ntwo", "three"]


def test_settings_that_the_specification_does_not_know_are_ignored() -> None:
    file = parse("WEBVTT\n\n00:01.000 --> 00:02.000 align:middle size:101% line:-1 size:\nx")
    assert dict(file.cues[0].settings) == {"line": "-1"}


def test_hours_have_any_number_of_digits() -> None:
    assert parse("WEBVTT\n\n123:00:00.000 --> 1234:00:00.001\nx").cues[0].end_ms == 1234 * 3_600_000 + 1


@given(
    st.lists(
        st.sampled_from(["00:01.000 --> 00:02.000", "-->", "NOTE", "STYLE", "x", "", "1", "\0"]), max_size=30
    )
)
def test_any_order_of_lines_is_read_and_no_line_counts_twice(lines: list[str]) -> None:
    file = parse("WEBVTT\n\n" + "\n".join(lines))
    begins = [cue.line for cue in file.cues] + [block.line for block in file.dropped]
    assert len(begins) == len(set(begins))
    assert all(3 <= line < 3 + len(lines) for line in begins)
    assert sum(line.count("x") for line in lines) == (
        sum(cue.text.count("x") + cue.id.count("x") for cue in file.cues)
        + sum(block.text.count("x") for block in file.dropped)
    )


@given(st.text(max_size=200))
def test_any_text_behind_the_signature_is_read(text: str) -> None:
    assert isinstance(parse("WEBVTT\n" + text), VttFile)
