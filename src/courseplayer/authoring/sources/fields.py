"""Named values of a settings file or front matter, each with its line; what does not fit is reported."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from courseplayer.authoring.findings import FileFindings

_YES = frozenset({"true", "yes", "on", "1", "ja", "oui", "si", "sí", "sim"})
_NO = frozenset({"false", "no", "off", "0", "nein", "non", "não"})


@dataclass(frozen=True, slots=True)
class Field:
    """A value and its line: a text, a list or named values."""

    value: "str | tuple[Field, ...] | Mapping[str, Field]"
    line: int | None


class Fields:
    """Named values; whatever does not fit is reported and left out."""

    def __init__(self, values: Mapping[str, Field], findings: FileFindings, line: int | None = None) -> None:
        self._values = values
        self._findings = findings
        self.line = line

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def line_of(self, key: str) -> int | None:
        """Return the line on which this key stands, else where these values begin."""
        return self._values[key].line if key in self._values else self.line

    def text(self, key: str) -> str | None:
        """Return a text without space around it; None when it is absent or empty."""
        field = self._values.get(key)
        if field is None:
            return None
        if not isinstance(field.value, str):
            self._findings.warning(field.line, f'"{key}" must be one text; it is ignored.')
            return None
        return field.value.strip() or None

    def whole_number(self, key: str) -> int | None:
        """Return a whole number above zero; None when it is absent or something else."""
        text = self.text(key)
        if text is None:
            return None
        if text.isascii() and text.isdigit() and 0 < int(text[:9]) == int(text[:10]):
            return int(text)
        message = f'"{key}" must be a whole number above 0, such as 5; "{text}" is ignored.'
        self._findings.warning(self.line_of(key), message)
        return None

    def yes_no(self, key: str) -> bool:
        """Return whether the answer is yes; absent means no."""
        text = (self.text(key) or "no").casefold()
        if text not in _YES | _NO:
            message = f'"{key}" must be true or false; "{text}" is taken as false.'
            self._findings.warning(self.line_of(key), message)
        return text in _YES

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        texts: list[str] = []
        for field in self._items(key):
            if isinstance(field.value, str):
                texts.append(field.value.strip())
            else:
                self._findings.warning(field.line, f'"{key}" must be a list of texts; one entry is ignored.')
        return tuple(text for text in texts if text)

    def sections(self, key: str, *, text_is: str | None = None) -> tuple["Fields", ...]:
        """Return a list of groups of named values; a single group is a list of one.

        With ``text_is`` a text may stand for a group that has only this name.
        """
        groups: list[Fields] = []
        for field in self._items(key):
            if isinstance(field.value, Mapping):
                groups.append(Fields(field.value, self._findings, field.line))
            elif text_is is not None and isinstance(field.value, str):
                groups.append(Fields({text_is: field}, self._findings, field.line))
            else:
                message = f'"{key}" must be a list of entries with names and values; one entry is ignored.'
                self._findings.warning(field.line, message)
        return tuple(groups)

    def section(self, key: str) -> "Fields | None":
        """Return one group of named values, None when it is absent."""
        return next(iter(self.sections(key)), None)

    def section_or_name(self, key: str) -> "Fields | None":
        """Return one group of named values; a single text stands for a group that has only a name."""
        field = self._values.get(key)
        if field is not None and isinstance(field.value, str):
            return Fields({"name": field}, self._findings, field.line)
        return self.section(key)

    def report_unknown(self, known: Iterable[str]) -> None:
        """Report every key that nobody reads, with the nearest known one."""
        names = list(known)
        for key, field in self._values.items():
            if key not in names:
                near = get_close_matches(key.casefold(), names, n=1)
                hint = f'; did you mean "{near[0]}"?' if near else "."
                self._findings.warning(field.line, f'"{key}" is not known here and is ignored{hint}')

    def _items(self, key: str) -> tuple[Field, ...]:
        field = self._values.get(key)
        if field is None:
            return ()
        return field.value if isinstance(field.value, tuple) else (field,)
