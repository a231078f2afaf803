"""Asks for files, beginning where people keep their documents."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(
    parent: QWidget, title: str, file_name: str, kinds: str = "", folder: Path | None = None
) -> Path | None:
    """Return the chosen file, None when the person thought better of it."""
    begin = folder if folder is not None and folder.is_dir() else _documents()
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(begin / file_name), kinds)
    return Path(chosen) if chosen else None


def ask_for_files(parent: QWidget, title: str, kinds: str = "") -> tuple[Path, ...]:
    """Return the chosen files, none when the person thought better of it."""
    chosen, _kind = QFileDialog.getOpenFileNames(parent, title, str(_documents()), kinds)
    return tuple(Path(name) for name in chosen)


def ask_for_file(parent: QWidget, title: str, kinds: str = "") -> Path | None:
    """Return the chosen file, None when the person thought better of it."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(_documents()), kinds)
    return Path(chosen) if chosen else None


def ask_for_folder(parent: QWidget, title: str, folder: Path | None = None) -> Path | None:
    """Return the chosen folder or stick, None when the person thought better of it."""
    begin = folder if folder is not None and folder.is_dir() else _documents()
    chosen = QFileDialog.getExistingDirectory(parent, title, str(begin))
    return Path(chosen) if chosen else None


def _documents() -> Path:
    # Left to itself Qt begins in the folder that the program was started in.
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()
