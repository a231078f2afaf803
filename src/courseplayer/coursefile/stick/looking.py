"""Looks over a stick for a bounded time: names and first bytes only; nothing is run, opened or followed."""

import os
import re
import stat
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from courseplayer.course.errors import PlainError
from courseplayer.coursefile.errors import DamagedCourseError, NotACourseError
from courseplayer.coursefile.header import check_header
from courseplayer.coursefile.library import SUFFIX
from courseplayer.coursefile.stick import names, sums
from courseplayer.coursefile.stick.findings import Finding, Sign, StickReport
from courseplayer.coursefile.stick.shortcut import MOST_BYTES as MOST_SHORTCUT_BYTES
from courseplayer.coursefile.stick.shortcut import read_shortcut
from courseplayer.system.cancellation import Task

MOST_SECONDS = 10.0
MOST_ENTRIES = 20_000
MOST_FINDINGS = 200
_DEEPEST = 8
_MOST_AUTORUN_BYTES = 64 * 1024
_TELLS_EVERY = 500
# What systems keep for themselves at the root of a disk.
_SYSTEMS_OWN = frozenset(
    {"system volume information", "$recycle.bin", "lost+found", ".trashes", ".spotlight-v100", ".fseventsd"}
)
_STARTS = re.compile(
    r"^\s*(?:open|shellexecute|shell\\[^=]*\\command)\s*=\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE
)
_WINDOWS_HIDES = stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM
_APPLE_BESIDE = "._"
_LOOKS_HARMLESS = frozenset({"scr", "com"})
_PROGRAM = b"MZ"


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    name: str
    is_folder: bool
    is_file: bool
    is_hidden: bool


def look_over(
    root: Path,
    task: Task,
    most_seconds: float = MOST_SECONDS,
    most_entries: int = MOST_ENTRIES,
    *,
    reads_courses: bool = True,
) -> StickReport:
    """Look over a folder and all below it; progress counts what was looked at. Raises Cancelled only.

    ``reads_courses`` compares them with a list of checksums too, which takes as long as reading them.
    """
    ends_at = time.monotonic() + most_seconds
    return _Look(root, task, ends_at, most_entries, reads_courses=reads_courses).report()


class _Look:
    def __init__(
        self, root: Path, task: Task, ends_at: float, most_entries: int, *, reads_courses: bool
    ) -> None:
        self._reads_courses = reads_courses
        self._root = root
        self._task = task
        self._ends_at = ends_at
        self._most_entries = most_entries
        self._looked_at = 0
        self._unreadable = 0
        self._is_complete = True
        self._findings: list[Finding] = []
        self._courses: list[Path] = []
        self._lists: list[Path] = []

    def report(self) -> StickReport:
        """Do everything and say what was found."""
        waiting = deque([(self._root, 0)])
        while waiting:
            folder, depth = waiting.popleft()
            entries = self._entries(folder)
            self._judge(entries, is_root=depth == 0)
            inner = [one.path for one in entries if one.is_folder and not self._is_systems_own(one, depth)]
            if inner and depth == _DEEPEST:
                self._is_complete = False
            elif self._may_go_on():
                waiting.extend((path, depth + 1) for path in inner)
            else:
                self._is_complete = self._is_complete and not (inner or waiting)
                break
        self._compare_sums()
        return StickReport(
            self._root,
            tuple(self._findings[:MOST_FINDINGS]),
            tuple(self._courses),
            self._looked_at,
            self._unreadable,
            self._is_complete and len(self._findings) <= MOST_FINDINGS,
        )

    def _may_go_on(self) -> bool:
        self._task.advance(min(self._looked_at, self._most_entries), self._most_entries)
        return time.monotonic() < self._ends_at and self._looked_at < self._most_entries

    def _entries(self, folder: Path) -> list[_Entry]:
        entries: list[_Entry] = []
        try:
            with os.scandir(folder) as found:
                for one in found:
                    self._looked_at += 1
                    if self._looked_at % _TELLS_EVERY == 0 and not self._may_go_on():
                        self._is_complete = False
                        break
                    entries.append(_entry(one))
        except OSError:
            self._unreadable += 1
        return sorted(entries, key=_name)

    def _is_systems_own(self, entry: _Entry, depth: int) -> bool:
        return depth == 0 and (
            entry.name.casefold() in _SYSTEMS_OWN or entry.name.casefold().startswith(".trash-")
        )

    def _judge(self, entries: list[_Entry], *, is_root: bool) -> None:
        folders = {names.skeleton(one.name) for one in entries if one.is_folder}
        hidden = {
            names.skeleton(names.stem_of(one.name)).lstrip(".")
            for one in entries
            if one.is_file and one.is_hidden
        } - {""}
        stems = folders | {
            seen
            for one in entries
            if one.is_file and names.suffix_of(one.name) != "lnk"
            for seen in (names.skeleton(one.name), names.skeleton(names.stem_of(one.name)))
        }
        for one in entries:
            if one.is_folder and names.is_unseen(one.name):
                self._find(Sign.UNSEEN_FOLDER, one.path)
            if not one.is_file or one.name.startswith(_APPLE_BESIDE):
                continue
            suffix = names.suffix_of(one.name)
            if suffix == "lnk":
                self._judge_shortcut(one, stems)
            elif names.is_disguised(one.name, folders, hidden, is_root=is_root) or (
                is_root and suffix in _LOOKS_HARMLESS and _start_of(one.path, 2) == _PROGRAM
            ):
                self._find(Sign.DISGUISED_PROGRAM, one.path)
            elif is_root and names.is_autorun(one.name):
                self._judge_autorun(one)
            elif f".{suffix}" == SUFFIX:
                self._judge_course(one)
            elif one.name == sums.NAME:
                self._lists.append(one.path)
        self._find_twins(entries)

    def _judge_shortcut(self, entry: _Entry, stems: set[str]) -> None:
        data = _start_of(entry.path, MOST_SHORTCUT_BYTES)
        shortcut = None if data is None else read_shortcut(data)
        words = "" if shortcut is None else shortcut.words
        if names.skeleton(names.stem_of(entry.name)) in stems:
            self._find(Sign.WORM_SHORTCUT, entry.path, words)
        elif shortcut is not None and shortcut.runs_commands:
            self._find(Sign.COMMAND_SHORTCUT, entry.path, words)

    def _judge_autorun(self, entry: _Entry) -> None:
        data = _start_of(entry.path, _MOST_AUTORUN_BYTES) or b""
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "replace")
        started = _STARTS.search(text)
        # One that only gives the stick a name and a picture is what its maker put there.
        if started is not None or entry.name.casefold() != "autorun.inf":
            self._find(Sign.AUTORUN, entry.path, "" if started is None else _shown(started[1]))

    def _judge_course(self, entry: _Entry) -> None:
        try:
            check_header(entry.path)
        except DamagedCourseError:
            self._find(Sign.BROKEN_COURSE, entry.path)
        except NotACourseError:
            self._find(Sign.NO_COURSE, entry.path)
        except PlainError:
            # A newer format, or what cannot be read now: whoever opens it is told.
            return
        else:
            self._courses.append(entry.path)

    def _find_twins(self, entries: list[_Entry]) -> None:
        courses = [
            one
            for one in entries
            if one.is_file
            and f".{names.suffix_of(one.name)}" == SUFFIX
            and not one.name.startswith(_APPLE_BESIDE)
        ]
        seen = Counter(names.skeleton(one.name).lstrip(".") for one in courses)
        for one in courses:
            if seen[names.skeleton(one.name).lstrip(".")] > 1 and (one.is_hidden or _has_odd_name(one.name)):
                self._find(Sign.TWIN, one.path)

    def _compare_sums(self) -> None:
        for path, wanted in (listed for one in self._lists for listed in sums.listed_files(one)):
            if path.suffix.lower() != SUFFIX:
                continue
            try:
                if not path.is_file():
                    self._find(Sign.MISSING_COURSE, path)
                    continue
                if not self._reads_courses:
                    continue
                found = sums.hash_of(path, self._may_go_on_reading)
            except OSError:
                self._unreadable += 1
                continue
            if found is None:
                self._is_complete = False
                return
            if found != wanted and path in self._courses:
                self._find(Sign.CHANGED_COURSE, path)

    def _may_go_on_reading(self) -> bool:
        self._task.advance(min(self._looked_at, self._most_entries), self._most_entries)
        return time.monotonic() < self._ends_at

    def _find(self, sign: Sign, path: Path, detail: str = "") -> None:
        self._findings.append(Finding(sign, path, detail))


def _entry(found: "os.DirEntry[str]") -> _Entry:
    attributes = 0
    try:
        looked = found.stat(follow_symlinks=False)
        attributes = getattr(looked, "st_file_attributes", 0)
        mode = looked.st_mode
    except OSError:
        mode = 0
    # A link, or a junction of Windows, leads elsewhere: it is neither.
    leads_away = bool(attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT)
    is_folder = stat.S_ISDIR(mode) and not leads_away
    is_hidden = found.name.startswith(".") or bool(attributes & _WINDOWS_HIDES)
    return _Entry(Path(found.path), found.name, is_folder, stat.S_ISREG(mode) and not leads_away, is_hidden)


def _has_odd_name(name: str) -> bool:
    return names.skeleton(name) != name.casefold()


def _start_of(path: Path, most_bytes: int) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(most_bytes)
    except OSError:
        return None


def _shown(words: str) -> str:
    return "".join(c if c.isprintable() else " " for c in words)[:200]


def _name(entry: _Entry) -> str:
    return entry.name


def findings_below(report: StickReport) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with its place below the root, as a person reads it."""
    for finding in report.findings:
        try:
            yield finding, str(finding.path.relative_to(report.root))
        except ValueError:
            yield finding, str(finding.path)
