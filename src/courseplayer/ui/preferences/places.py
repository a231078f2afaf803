"""The places the program uses, in words for the preferences page."""

from PySide6.QtCore import QCoreApplication

from courseplayer.system.paths import Paths
from courseplayer.ui.preferences.view import KeptPlace


def kept_places(paths: Paths) -> tuple[KeptPlace, ...]:
    """Return where this computer keeps what."""
    translate = QCoreApplication.translate
    return (
        KeptPlace(translate("places", "What you write and how far you are"), paths.learner_db),
        KeptPlace(translate("places", "Your courses"), paths.user_courses),
        KeptPlace(translate("places", "Preferences"), paths.settings_file),
        KeptPlace(translate("places", "Search index (can be made again)"), paths.cache),
        KeptPlace(translate("places", "Log for the person who helps you"), paths.logs),
    )
