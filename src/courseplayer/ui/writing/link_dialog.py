"""Asks for the words and the address of a link."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from courseplayer.submissions.cleaning import web_address
from courseplayer.ui.components import button, column, label, row
from courseplayer.ui.theme import Space

_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s@:/]+@[^\s@]+\.[^\s@]+")
_SITE = re.compile(r"[^\s@:/]+\.[^\s@]+")
_NARROWEST_PX = 420


def link_address(typed: str) -> str | None:
    """Return a web or mail address as a link, completed where its beginning was left out; None for others."""
    address = _completed(typed.strip())
    # What no export could keep must not look like a link here.
    return address if web_address(address) is not None else None


def _completed(typed: str) -> str | None:
    if _WEB.fullmatch(typed) or _MAIL.fullmatch(typed):
        return typed
    if _ADDRESS.fullmatch(typed):
        return f"mailto:{typed}"
    has_port = re.fullmatch(r"[^\s@:/]+:\d+(/\S*)?", typed) is not None
    if _SITE.match(typed) and " " not in typed and (has_port or not _SCHEME.match(typed)):
        return f"https://{typed}"
    return None


class LinkDialog(QDialog):
    """A small dialog; it stays open until the address can be used."""

    link_given = Signal(str, str)
    """The words and the address."""
    link_removed = Signal(str)
    """The words that are to be no link any more."""

    def __init__(self, words: str, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Link"))
        self.setMinimumWidth(_NARROWEST_PX)
        layout = column(self, Space.XL, Space.S)
        layout.addWidget(label(self.tr("Link"), "h2"))
        self.words = self._field(self.tr("Words"), words)
        self.address = self._field(self.tr("Address"), address)
        self.address.setPlaceholderText("https://")
        for name, field in ((self.tr("Words"), self.words), (self.tr("Address"), self.address)):
            layout.addWidget(label(name, "small"))
            layout.addWidget(field)
        self._problem = label("", "muted")
        self._problem.hide()
        layout.addWidget(self._problem)
        buttons = row()
        if address:
            remove = button(self.tr("Remove the link"), "quiet")
            remove.clicked.connect(self._on_remove_clicked)
            buttons.addWidget(remove)
        buttons.addStretch(1)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.use = button(self.tr("Use this link"), "primary")
        self.use.setDefault(True)
        self.use.clicked.connect(self._on_use_clicked)
        buttons.addWidget(cancel)
        buttons.addWidget(self.use)
        layout.addSpacing(Space.S)
        layout.addLayout(buttons)
        (self.address if words else self.words).setFocus()

    @property
    def problem(self) -> str:
        """Why the address cannot be used, empty if nothing is wrong."""
        return self._problem.text()

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setAccessibleName(name)
        return field

    def _on_use_clicked(self) -> None:
        address = link_address(self.address.text())
        if address is None:
            self._problem.setText(
                self.tr("Please give an address that begins with https://, http:// or mailto:.")
            )
            self._problem.show()
            self.address.setFocus()
            return
        self.link_given.emit(self.words.text().strip() or self.address.text().strip(), address)
        self.accept()

    def _on_remove_clicked(self) -> None:
        self.link_removed.emit(self.words.text())
        self.accept()
