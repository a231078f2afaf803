"""Imports Qt as the command does, which leaves parts of PySide6 unread; to be imported before PySide6."""

from courseplayer.ui.qt_import import import_qt

import_qt()
