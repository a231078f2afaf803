"""Reads course.toml and week.toml, and finds the line of each value for messages."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.fields import Field, Fields

_TABLE = re.compile(r"\s*\[(\[?)\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_MULTI_LINE = re.compile(r'"""|\'\'\'')
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")

_CURLY = re.compile(r"=\s*[“”„«‘’]")

_Lines = dict[tuple[str, ...], int]


def read_toml(text: str, findings: FileFindings) -> Fields | None:
    """Read a settings file; None when it is not TOML, which is reported as an error."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        at = _AT_LINE.search(str(wrong))
        what = _AT_LINE.sub("", str(wrong)).strip()
        line = int(at.group(1)) if at else text.rstrip().count("\n") + 1
        message = f'This line cannot be read ({what}); write settings as name = "text", one on a line.'
        if _CURLY.search(text.split("\n")[line - 1]):
            message = 'The quotes on this line are curly (“ ”); write straight ones: name = "text".'
        findings.error(line, message)
        return None
    return Fields(_mapping(values, (), _lines_of(text)), findings, 1)


def _lines_of(text: str) -> _Lines:
    """Find the line of each key by its path; the entries of a ``[[list]]`` are told apart by number."""
    lines: _Lines = {}
    table: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    is_inside = False
    for number, line in enumerate(text.split("\n"), start=1):
        was_inside, is_inside = is_inside, is_inside ^ bool(len(_MULTI_LINE.findall(line)) % 2)
        if was_inside:
            continue
        if header := _TABLE.match(line):
            name = header.group(2)
            table = (name,)
            if header.group(1):
                table = (name, str(counts.get(name, 0)))
                counts[name] = counts.get(name, 0) + 1
            lines.setdefault(table[:1], number)
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, key.group(1)), number)
    return lines


def _mapping(values: Mapping[str, Any], path: tuple[str, ...], lines: _Lines) -> dict[str, Field]:
    return {key: _field(value, (*path, key), lines) for key, value in values.items()}


def _field(value: Any, path: tuple[str, ...], lines: _Lines) -> Field:  # noqa: ANN401 - what TOML holds
    line = next((lines[path[:length]] for length in range(len(path), 0, -1) if path[:length] in lines), None)
    if isinstance(value, Mapping):
        return Field(_mapping(value, path, lines), line)
    if isinstance(value, list):
        return Field(tuple(_field(item, (*path, str(i)), lines) for i, item in enumerate(value)), line)
    return Field(str(value).lower() if isinstance(value, bool) else str(value), line)
