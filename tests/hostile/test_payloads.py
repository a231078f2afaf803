"""Step texts that try to reach files and addresses: traced in the real window, none is touched."""

import re
import shutil
from pathlib import Path

import pytest

from courseplayer.coursefile.article import sanitise
from hostile.payloads import MARKDOWN_PAYLOADS, PAYLOADS
from hostile.tracing import attacked_course, touched

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here")
_WORDS_IN_TAG = re.compile(r' (?:title|alt)="[^"]*"')
_WEB_LINKS = tuple(f'a href="{scheme}:' for scheme in ("http", "https", "HtTp", "mailto"))
_EVERY = 12
"""Of the payloads, in the window; all of them are shown by the commands in docs/hostile-files.md."""


def test_there_are_three_hundred_and_they_differ() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 300
    assert len(set(PAYLOADS) | set(MARKDOWN_PAYLOADS)) >= 500
    assert all("canary" in payload or "base64" in payload for payload in PAYLOADS)


def _loading(html: str) -> list[str]:
    """Return the tags that name something of a payload in anything but words and links to the web."""
    tags = [_WORDS_IN_TAG.sub("", piece.partition(">")[0]) for piece in html.split("<")[1:]]
    # A link may lead to the web when it is clicked and its address was shown.
    return [tag for tag in tags if "canary" in tag and not tag.startswith(_WEB_LINKS)]


def test_sanitised_payloads_name_nothing_that_loads() -> None:
    cleaned = [sanitise(payload) for payload in PAYLOADS]
    assert [html for html in cleaned if _loading(html) or sanitise(html) != html] == []
    assert sum(bool(_loading(payload)) for payload in PAYLOADS) > 300


@needs_strace
def test_no_payload_touches_a_file_or_an_address(tmp_path: Path) -> None:
    course = attacked_course(tmp_path / "attacked.course", PAYLOADS[::_EVERY])
    lines, told = touched(tmp_path / "log", [str(course), str(tmp_path / "home")])
    assert f"shown {len(PAYLOADS[::_EVERY])}" in told
    assert lines == []


@needs_strace
def test_the_trace_tells_of_a_browser_without_a_guard(tmp_path: Path) -> None:
    """Without this, a trace that never finds anything would look like a window that touches nothing."""
    lines, told = touched(tmp_path / "log", ["--control"])
    assert f"shown {len(PAYLOADS)}" in told
    assert sum('"/canary/' in line for line in lines) >= 20


@needs_strace
def test_building_payloads_touches_none_of_their_files(tmp_path: Path) -> None:
    lines, told = touched(tmp_path / "log", [str(tmp_path / "folder")], "builder_child.py")
    assert told.strip() == str(tmp_path / "folder.course")
    assert lines == []
