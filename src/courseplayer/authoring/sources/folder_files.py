"""The files of a course folder: found by relative name, never outside the folder, each use remembered."""

import re
from pathlib import Path, PurePosixPath

from courseplayer.authoring.findings import Findings
from courseplayer.authoring.sources.encoding import decode
from courseplayer.authoring.sources.names import composed, natural_order
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error

_SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini"})
_OUTPUT_SUFFIXES = frozenset({".course", ".partial"})
_HAS_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

_LARGEST_TEXT_BYTES = 5_000_000
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is far larger than any text of a course, so nothing was read from it; nothing was changed. "
    "Choose another file.",
)


class UnusableReferenceError(Exception):
    """A name that leads to no file of the course folder; the text is a whole sentence with advice."""


class FolderFiles:
    """One course folder. Names in problems are relative to it, with forward slashes."""

    def __init__(self, root: Path, findings: Findings) -> None:
        self.root = root
        self._real_root = root.resolve()
        self._findings = findings
        self._sizes_used: dict[Path, int] = {}
        self._entries: dict[Path, tuple[Path, ...]] = {}

    @property
    def size_bytes(self) -> int:
        """The sum of the files that the course is made of so far."""
        return sum(self._sizes_used.values())

    def name(self, path: Path) -> str:
        """Return a path as problems name it."""
        return composed(path.relative_to(self.root).as_posix())

    def entries(self, folder: Path) -> tuple[Path, ...]:
        """List a folder in natural order without hidden and system files, finished courses and strays."""
        if folder not in self._entries:
            try:
                found = sorted(folder.iterdir(), key=lambda path: natural_order(path.name))
            except OSError as refusal:
                raise storage_error(refusal, folder) from refusal
            self._entries[folder] = tuple(path for path in found if self._is_ours(path))
        return self._entries[folder]

    def find(self, reference: str, folder: Path) -> Path:
        """Find the file that a text in ``folder`` names; raises UnusableReferenceError."""
        reference = composed(reference.strip().replace("\\", "/"))
        if _HAS_SCHEME.match(reference) or reference.startswith("/"):
            raise UnusableReferenceError(
                f'"{reference}" is not in the course folder; copy the file into it and use a relative name.'
            )
        place = folder
        for part in PurePosixPath(reference).parts:
            if part == "..":
                place = place.parent
                if not place.is_relative_to(self.root):
                    raise UnusableReferenceError(
                        f'"{reference}" leads out of the course folder; copy the file into it.'
                    )
            else:
                place = self._child(place, part, reference)
        if not place.is_file():
            raise UnusableReferenceError(f'"{reference}" is not a file.')
        return place

    def use(self, path: Path) -> None:
        """Remember that the course is made of this file too."""
        try:
            self._sizes_used[path] = path.stat().st_size
        except OSError as refusal:
            raise storage_error(refusal, path) from refusal

    def text(self, path: Path) -> str:
        """Read a text file in whatever encoding; what had to be assumed is reported. Raises PlainError."""
        decoded = decode(self.text_bytes(path), self.name(path))
        self._findings.about(self.name(path)).adopt(decoded.problems)
        return decoded.text

    def text_bytes(self, path: Path) -> bytes:
        """Read the bytes of a file that should be text; raises BadInputError when it is far too large."""
        self.use(path)
        if self._sizes_used[path] > _LARGEST_TEXT_BYTES:
            raise BadInputError(_TOO_LARGE, file=self.name(path))
        try:
            return path.read_bytes()
        except OSError as refusal:
            raise storage_error(refusal, path) from refusal

    def unused(self) -> tuple[Path, ...]:
        """Return the files of the folder that the course does not use."""
        return tuple(path for path in self._walk(self.root) if path not in self._sizes_used)

    def _walk(self, folder: Path) -> list[Path]:
        files: list[Path] = []
        for path in self.entries(folder):
            if path.is_dir():
                # A link to a folder above would never end.
                files += [] if path.is_symlink() else self._walk(path)
            else:
                files.append(path)
        return files

    def _child(self, folder: Path, name: str, reference: str) -> Path:
        """Find a name as Windows and macOS do: whatever its case and the form of its accents."""
        entries = self.entries(folder) if folder.is_dir() else ()
        for wanted in (str, str.casefold):
            for path in entries:
                if wanted(composed(path.name)) == wanted(name):
                    return path
        raise UnusableReferenceError(f'"{reference}" was not found in the course folder.')

    def _is_ours(self, path: Path) -> bool:
        name = path.name.lower()
        if name.startswith((".", "~$")) or name in _SYSTEM_NAMES or path.suffix.lower() in _OUTPUT_SUFFIXES:
            return False
        try:
            is_inside = path.resolve(strict=True).is_relative_to(self._real_root)
        except (OSError, RuntimeError):  # a link to nothing, or to itself
            is_inside = False
        if not is_inside:
            message = "This link leads out of the course folder or to nothing and is left out; copy the file."
            self._findings.about(self.name(path)).warning(None, message)
        return is_inside
