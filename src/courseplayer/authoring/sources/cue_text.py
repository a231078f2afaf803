"""The plain words inside marked-up subtitle text."""

import html
import re
from dataclasses import dataclass

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_VTT_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][^\s<>./]*)(?P<more>[^<>]*)>|</?>|<\d[\d:.]*>")
_HTML_TAG = re.compile(
    r"</?(?:[biusvpc]|em|strong|strike|del|font|span|div|big|small|sub|sup|tt|ruby|rb|rt|rp|lang|a|center)"
    r"(?:[\s.][^<>]*)?/?>|<\d\d:[\d:.]*>",
    re.IGNORECASE,
)
_HTML_BREAK = re.compile(r"<br\s*/?>|\[br\]|\\N", re.IGNORECASE)
# SubStation's {\\an8}, SubRip's own {i} and {/i}, MicroDVD's {y:i}.
_OVERRIDES = re.compile(r"\{(?:\\[^{}]*|/?[bius]|[ycfsp]:[^{}]*)\}", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\f\v]+")
_DIALOGUE = re.compile(r"[-‐–—]\s?[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words of a cue; ``speaker`` only where the markup names one."""

    text: str
    speaker: str | None = None
    dropped_readings: int = 0


def for_display(lines: str) -> str:
    """Join the lines of a cue with spaces; a line with a dialogue dash stays a line of its own."""
    joined: list[str] = []
    for raw in lines.split("\n"):
        line = _SPACES.sub(" ", raw).strip(" ")
        if joined and line and not _DIALOGUE.match(line):
            joined[-1] = f"{joined[-1]} {line}"
        elif line:
            joined.append(line)
    return "\n".join(joined)


def unescaped(text: str) -> str:
    """Replace character references (``&lt;``, ``&#233;``); a lone ``&`` stays as it is."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def from_html(raw: str) -> Words:
    """Strip what SubRip and SBV files borrow from HTML and SubStation; unknown ``<words>`` stay."""
    text = _OVERRIDES.sub("", _HTML_BREAK.sub("\n", raw))
    return Words(for_display(unescaped(_HTML_TAG.sub("", text))))


def from_webvtt(raw: str) -> Words:
    """Strip WebVTT's tags and timestamps, and find the voice.

    The reading above ruby text is dropped and counted: inside a line of words it would be read twice.
    A ``<`` that begins no tag stays, where a browser would swallow the rest of the cue. The first
    voice is the speaker; the others begin a line with ``Name: ``.
    """
    voices: list[tuple[str | None, list[str]]] = [(None, [])]
    readings = position = 0
    is_reading = False
    for tag in _VTT_TAG.finditer(raw):
        if not is_reading:
            voices[-1][1].append(raw[position : tag.start()])
        position = tag.end()
        name, is_close = tag["name"], bool(tag["close"])
        if name == "v":
            voices.append((None if is_close else _annotation(tag["more"]), []))
        elif name in ("rt", "ruby"):
            readings += name == "rt" and not is_close
            is_reading = name == "rt" and not is_close
    voices[-1][1].append("" if is_reading else raw[position:])
    return _joined(voices, readings)


def _annotation(more: str) -> str | None:
    """The name in ``<v.loud Ada Okoro>``: what follows the classes."""
    _, _, name = more.replace("\n", " ").replace("\t", " ").partition(" ")
    return " ".join(unescaped(name).split()) or None


def _joined(voices: list[tuple[str | None, list[str]]], readings: int) -> Words:
    spoken = [(name, for_display(unescaped("".join(parts)))) for name, parts in voices]
    spoken = [(name, text) for name, text in spoken if text]
    speaker = spoken[0][0] if spoken else None
    if len({name for name, _ in spoken}) <= 1:
        return Words(for_display("\n".join(text for _, text in spoken)), speaker, readings)
    lines = [text if name in (speaker, None) else f"{name}: {text}" for name, text in spoken]
    return Words("\n".join(lines), speaker, readings)
