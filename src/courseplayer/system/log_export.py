"""Packs the log for somebody who helps from afar, without the names of people."""

import getpass
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from courseplayer.course.errors import storage_error
from courseplayer.system.atomic import write_file
from courseplayer.system.logs import LOG_NAME, OLDER_LOGS

PERSON = "(person)"
HOME = "(home)"
_FEWEST_LETTERS = 2


def export_logs(folder: Path, destination: Path, names: Iterable[str], others: Mapping[str, str]) -> int:
    """Write a zip file with the logs of ``folder`` and with ``others`` (text by file name).

    ``names``, the name of the account and its home folder are blacked out everywhere. Returns how many
    files are inside; raises PlainError.
    """
    conceal = Concealment(names)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**_logs(folder), **others}.items():
            archive.writestr(name, conceal(text))
        count = len(archive.namelist())
    write_file(destination, packed.getvalue())
    return count


class Concealment:
    """Takes the names of people out of a text."""

    def __init__(self, names: Iterable[str], home: Path | None = None) -> None:
        home = home or Path.home()
        # Also as JSON and Python write it: a Windows path has doubled backslashes there.
        self._homes = sorted({str(home), home.as_posix(), str(home).replace("\\", "\\\\")}, key=len)
        parts = {part for name in (*names, _account(), home.name) for part in (name, *name.split())}
        told = sorted((part for part in parts if len(part) >= _FEWEST_LETTERS), key=len, reverse=True)
        # Whole words only, or a short name would black out half of the code.
        words = "|".join(re.escape(part) for part in told)
        self._names = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None

    def __call__(self, text: str) -> str:
        """Return the text without names."""
        for home in reversed(self._homes):
            if len(home) > len("/"):
                text = text.replace(home, HOME)
        return text if self._names is None else self._names.sub(PERSON, text)


def _logs(folder: Path) -> dict[str, str]:
    found = {}
    for name in (LOG_NAME, *(f"{LOG_NAME}.{number}" for number in range(1, OLDER_LOGS + 1))):
        try:
            found[name] = (folder / name).read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            continue
        except OSError as refusal:
            raise storage_error(refusal, folder / name) from refusal
    return found


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
