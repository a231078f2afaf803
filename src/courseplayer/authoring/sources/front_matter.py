"""Splits a step's file into its front matter (YAML, everything read as text) and its Markdown."""

import re
from dataclasses import dataclass

import yaml

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.fields import Field, Fields

_FENCE = "---"
_ENDS = frozenset({"---", "..."})
_SETTING = re.compile(r"(?:title|kind|activity|minutes|preview)\s*:\s*\S")
_BEGINS_WITH_TAB = re.compile(r" *\t")
# YAML counts these as line ends, editors do not.
_OTHER_BREAKS = re.compile(r"[\x85\u2028\u2029]")
_DEEPEST = 6
_LONGEST_LINES = 1_000


@dataclass(frozen=True, slots=True)
class StepFile:
    """A step's settings and its Markdown, in which blank lines stand for the settings: lines keep numbers."""

    fields: Fields
    markdown: str


def read_step_file(text: str, findings: FileFindings) -> StepFile:
    """Split a step's text; settings that cannot be read are reported as an error and left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    begin = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if lines[begin].rstrip() != _FENCE:
        if _SETTING.match(lines[begin]):
            message = (
                "These settings are shown as text; put a line with --- above the first and below the last."
            )
            findings.warning(begin + 1, message)
        return StepFile(Fields({}, findings, 1), "\n".join(lines))
    end = next((i for i, line in enumerate(lines) if i > begin and line.rstrip() in _ENDS), None)
    if end is None:
        findings.error(
            begin + 1, "The settings begin with --- but never end; add a line with --- after the last one."
        )
        return StepFile(Fields({}, findings, 1), "")
    # Line breaks stand for the lines above, so that the parser's line numbers are those of the file.
    values = _read_yaml("\n" * (begin + 1) + "\n".join(lines[begin + 1 : end]), findings)
    return StepFile(Fields(values, findings, 1), "\n" * (end + 1) + "\n".join(lines[end + 1 :]))


def _read_yaml(text: str, findings: FileFindings) -> dict[str, Field]:
    text = _OTHER_BREAKS.sub(" ", text)
    try:
        if not _is_harmless(text):
            message = (
                "The settings are too long, nested too deeply or use & and *; keep to plain names and values."
            )
            findings.error(2, message)
            return {}
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        message = (
            "The settings between the --- lines cannot be read from here on; "
            "if a text holds signs such as : # ? [ or quotes, put the whole text in quotes."
        )
        if mark is not None and _BEGINS_WITH_TAB.match(text.split("\n")[mark.line]):
            message = "This line begins with a tab, which settings may not contain; use spaces instead."
        findings.error(None if mark is None else mark.line + 1, message)
        return {}
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        findings.error(
            2, "The settings between the --- lines must be names and values such as title: Welcome."
        )
        return {}
    return _mapping(root, findings)


def _is_harmless(text: str) -> bool:
    """No aliases (they can grow without end) and no deep nesting, which the parser would recurse into."""
    depth = 0
    if text.count("\n") > _LONGEST_LINES:
        return False
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
            return False
    return True


def _field(node: yaml.Node, findings: FileFindings) -> Field:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Field(_mapping(node, findings), line)
    if isinstance(node, yaml.SequenceNode):
        return Field(tuple(_field(item, findings) for item in node.value), line)
    return Field(str(node.value), line)


def _mapping(node: yaml.MappingNode, findings: FileFindings) -> dict[str, Field]:
    values: dict[str, Field] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in values:
            findings.warning(line, f'"{key}" is given twice; the first is used.')
            continue
        values[key] = Field(_field(value_node, findings).value, line)
    return values
