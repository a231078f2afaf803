"""Goes through the five steps of a kit for the pictures of the page for trainers."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from courseplayer.kits.plan import Target
from courseplayer.ui.kits.entry import KitEntry
from courseplayer.ui.kits.view import KitDialog

_SETTLE_MS = 500
_STAND_IN = ("courseplayer", "_internal/base_library.zip")
_STAND_IN_BYTES = 78_000_000
Script = Iterator[Callable[[], bool] | int]


def kit_pictures(kits: KitEntry, home: Path, save: Callable[[str], None], name: str) -> Script:
    """Choose, make and save a picture of each step, in a home of the tour's own."""
    stick = home / "STICK"
    stick.mkdir(exist_ok=True)
    kits.open()
    dialog = kits.dialog
    if dialog is None:
        raise LookupError("kits have no dialog")
    for path in dialog.courses.offered:
        dialog.courses.tick(path)
    dialog.learners.names.setPlainText("Almaz\nBekele\nChaltu")
    dialog.look.name_edit.setText("Hill Clinic Training Centre")
    dialog.look.accent_edit.setText("#8a3ffc")
    dialog.form.players_wanted.emit((_stand_in(home / "players" / "linux"),))
    dialog.place.edit.setText(str(stick))
    yield dialog.make.isEnabled
    for index, step in enumerate(("courses", "learners", "look", "kind", "place")):
        dialog.tabs.setCurrentIndex(index)
        yield _SETTLE_MS
        save(f"{name}-{step}")
    # Of courses alone: a picture needs no program that only stands in for one.
    dialog.form.choose(Target.COURSES)
    yield dialog.make.isEnabled
    dialog.make.click()
    yield partial(_is_made, dialog)
    yield _SETTLE_MS
    save(f"{name}-made")
    dialog.reject()
    yield _SETTLE_MS


def _is_made(dialog: KitDialog) -> bool:
    return bool(dialog.results.lines) and not dialog.is_busy


def _stand_in(folder: Path) -> Path:
    """Lay out a folder as a ready program's, which the source tree has none of; its files hold nothing."""
    for place in _STAND_IN:
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as opened:
            opened.truncate(_STAND_IN_BYTES)
    return folder
