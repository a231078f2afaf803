"""Splits a step's file into its front matter (YAML, everything read as text) and its Markdown."""

from dataclasses import dataclass

import yaml

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.fields import Field, Fields

_FENCE = "---"
_ENDS = frozenset({"---", "..."})
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
    if lines[0].rstrip() != _FENCE:
        return StepFile(Fields({}, findings, 1), "\n".join(lines))
    end = next((i for i, line in enumerate(lines) if i and line.rstrip() in _ENDS), None)
    if end is None:
        findings.error(
            1, "The settings begin with --- but never end; add a line with --- after the last one."
        )
        return StepFile(Fields({}, findings, 1), "")
    values = _read_yaml("\n".join(lines[1:end]), findings)
    return StepFile(Fields(values, findings, 1), "\n" * (end + 1) + "\n".join(lines[end + 1 :]))


def _read_yaml(text: str, findings: FileFindings) -> dict[str, Field]:
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
        findings.error(None if mark is None else mark.line + 2, message)
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
    # Marks count from 0, and the settings begin on the file's second line.
    line = node.start_mark.line + 2
    if isinstance(node, yaml.MappingNode):
        return Field(_mapping(node, findings), line)
    if isinstance(node, yaml.SequenceNode):
        return Field(tuple(_field(item, findings) for item in node.value), line)
    return Field(str(node.value), line)


def _mapping(node: yaml.MappingNode, findings: FileFindings) -> dict[str, Field]:
    values: dict[str, Field] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 2
        if key in values:
            findings.warning(line, f'"{key}" is given twice; the first is used.')
            continue
        values[key] = Field(_field(value_node, findings).value, line)
    return values
