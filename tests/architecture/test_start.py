"""What the first window waits for."""

import subprocess
import sys

# SQLAlchemy takes half a second, QtMultimedia and a player 0.25 s and 90 MB, the others serve trainers or
# a single export format: each is loaded when it is first needed.
_LOADED = """
import sys
import courseplayer.cli
from courseplayer.ui.qt_import import import_qt
import_qt()
import courseplayer.app
late = {
    "sqlalchemy", "PySide6.QtMultimedia", "PySide6.QtPrintSupport", "PySide6.QtNetwork", "av", "PIL",
    "docx", "odfdo", "lxml", "pysubs2", "markdown_it", "yaml", "charset_normalizer", "logging.handlers",
    "tomllib", "secrets", "courseplayer.learner.values", "courseplayer.coursefile.reader",
    "courseplayer.app_window", "concurrent.futures", "datetime", "html", "courseplayer.course.outline",
    "courseplayer.ui.player.shortcuts", "courseplayer.ui.accent", "colorsys", "courseplayer.ui.writing.keys",
    "courseplayer.cli_arguments", "argparse", "courseplayer.system.kit", "courseplayer.ui.navigation",
    "courseplayer.coursefile.article", "nh3", "asyncio",
}
print(sorted(late & set(sys.modules)))
"""


def test_the_first_window_waits_for_nothing_it_does_not_show() -> None:
    run = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
