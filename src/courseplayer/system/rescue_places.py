"""Where a learner's words may be copied to when their own place cannot be written."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from courseplayer.system.paths import APP_NAME, Paths

_FOLDER = "Course Player - rescued texts"
_RUNTIME = "XDG_RUNTIME_DIR"


@dataclass(frozen=True, slots=True)
class RescueFolder:
    """Where copies may lie; one that is not lasting is empty after the computer was switched off."""

    path: Path
    is_lasting: bool = True


def rescue_places(paths: Paths, environ: Mapping[str, str]) -> tuple[RescueFolder, ...]:
    """Return the folders in which copies are tried, the ones that a person finds most easily first."""
    if paths.own_home is not None:
        return (RescueFolder(paths.own_home / "rescued"),)
    user = PlatformDirs(APP_NAME, appauthor=False)
    places = [user.user_documents_path / _FOLDER]
    if paths.second_backups is not None:
        places.append(paths.second_backups / "rescued")
    places += [user.user_desktop_path / _FOLDER, paths.cache / "rescued"]
    memory = environ.get(_RUNTIME)
    folders = [RescueFolder(path) for path in dict.fromkeys(places)]
    if memory and Path(memory).is_absolute():
        folders.append(RescueFolder(Path(memory) / APP_NAME, is_lasting=False))
    return tuple(folders)
