"""The settings in force: one place that changes them, tells the change and keeps it on the disk."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from courseplayer.system import settings as settings_file
from courseplayer.system.settings import Settings
from courseplayer.ui.jobs import Jobs, Lane


class SettingsKeeper(QObject):
    """Holds the settings; a change takes effect at once and is written off the window's thread."""

    changed = Signal(object, object)
    """(the Settings before, the Settings now)"""
    failed = Signal(object)
    """The PlainError of settings that could not be written; they hold until the program ends."""

    def __init__(
        self,
        settings: Settings,
        path: Path,
        jobs: Jobs,
        parent: QObject | None = None,
        locks: Mapping[str, object] | None = None,
    ) -> None:
        """``locks`` are the fields that policy sets; they beat what the person chose and are not kept."""
        super().__init__(parent)
        self._locks = dict(locks or {})
        self._own = {name: getattr(settings, name) for name in self._locks}
        self._settings = replace(settings, **self._locks)  # type: ignore[arg-type]
        self._path = path
        self._jobs = jobs

    @property
    def locked(self) -> frozenset[str]:
        """The names of the fields that the person cannot change."""
        return frozenset(self._locks)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, name: str, value: object) -> None:
        """Change one field of the settings by its name."""
        self.put(replace(self._settings, **{name: value}))  # type: ignore[arg-type]

    def put(self, settings: Settings) -> None:
        """Put other settings in force and keep them."""
        settings = replace(settings, **self._locks)  # type: ignore[arg-type]
        before, self._settings = self._settings, settings
        if before == settings:
            return
        # What the person chose before there was a policy is there again when it goes.
        kept = replace(settings, **self._own)
        # The store's lane keeps the order, so that the settings chosen last are those on the disk.
        job = self._jobs.start(Lane.STORE, partial(_save, self._path, kept))
        job.failed.connect(self.failed)
        self.changed.emit(before, settings)


def _save(path: Path, settings: Settings, _job: object) -> None:
    settings_file.save(path, settings)
