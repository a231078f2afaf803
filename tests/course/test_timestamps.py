"""Time codes as people read and write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.course.timestamps import format_time_code, parse_time_code


@pytest.mark.parametrize(
    ("text", "position_ms"),
    [
        ("0:51", 51_000),
        ("12:05", 725_000),
        ("1:02:03", 3_723_000),
        ("75:10", 4_510_000),
        (" 0:01,5 ", 1_500),
        ("0:01.25", 1_250),
        ("100:00:00", 360_000_000),
    ],
)
def test_time_code_is_read(text: str, position_ms: int) -> None:
    assert parse_time_code(text) == position_ms


@pytest.mark.parametrize(
    "text", ["", "51", "0:5", "0:60", "1:60:00", "-0:51", "0:51.", "1:2:3", "٠:٥١", "0:51 pm"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a time code"):
        parse_time_code(text)


@pytest.mark.parametrize(
    ("position_ms", "text"),
    [(0, "0:00"), (51_999, "0:51"), (3_599_999, "59:59"), (3_600_000, "1:00:00"), (-5, "0:00")],
)
def test_position_is_written(position_ms: int, text: str) -> None:
    assert format_time_code(position_ms) == text


@given(st.integers(min_value=0, max_value=999 * 3_600))
def test_written_position_reads_back(seconds: int) -> None:
    assert parse_time_code(format_time_code(seconds * 1000)) == seconds * 1000
