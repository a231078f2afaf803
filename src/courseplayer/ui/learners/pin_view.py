"""The dialogs about a PIN: set one, type it, forget it, change it, and the recovery key on paper."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from courseplayer.ui.components import label, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.learners.pin_dialog import PinDialog
from courseplayer.ui.words import isolated


class UnlockDialog(PinDialog):
    """Asks for the PIN of whoever wants to go on."""

    pin_given = Signal(str)
    forgotten = Signal()
    other_wanted = Signal()
    """Somebody else sits here."""

    def __init__(self, icons: Icons, name: str, parent: QWidget, *, offers_others: bool = True) -> None:
        super().__init__(icons, parent)
        self.head(self.tr("{name} has a PIN").format(name=isolated(name)))
        self.say(self.tr("Type your PIN to open your texts."))
        self.pin = self.ask(self.tr("PIN"))
        self.offer_to_show(self.tr("Show the PIN"))
        forgotten = self.act(self.tr("I forgot the PIN…"), "quiet")
        forgotten.clicked.connect(self.forgotten)
        # The recovery key needs no wait.
        self._waitless.append(forgotten)
        self.buttons.addStretch(1)
        if offers_others:
            self.offer_to_cancel(self.tr("Somebody else")).clicked.connect(self.other_wanted)
        else:
            self.offer_to_cancel(self.tr("Cancel"))
        self.open_button = self.act(self.tr("Open"), "primary", "check")
        self.open_button.clicked.connect(self._on_open_clicked)
        self.pin.setFocus()

    def _on_open_clicked(self) -> None:
        self.set_busy(self.tr("One moment…"))
        self.pin_given.emit(self.pin.text())


class _TwiceDialog(PinDialog):
    """Asks for a new PIN twice."""

    def ask_twice(self) -> None:
        self.new, self.again = self.ask_side_by_side(
            self.tr("New PIN: 6 or more digits or letters"), self.tr("The new PIN again")
        )

    def typed_twice(self) -> str | None:
        """Return the new PIN, None after saying that the two are not the same."""
        if self.new.text() == self.again.text():
            return self.new.text()
        self.show_problem(self.tr("The two new PINs are not the same; nothing was changed. Type both again."))
        self.new.setFocus()
        return None


class NewPinDialog(_TwiceDialog):
    """Says what a PIN does and does not do, and asks for one."""

    pin_given = Signal(str)

    def __init__(self, icons: Icons, name: str, parent: QWidget) -> None:
        super().__init__(icons, parent)
        self.head(self.tr("Set a PIN for {name}").format(name=isolated(name)))
        self.say(
            self.tr(
                "With a PIN, nobody else on this computer can read your texts, notes and attached files. "
                "Your name, your progress and how much you wrote can still be seen."
            ),
            "body",
        )
        self.say(
            self.tr(
                "Backups are locked too. Files that you exported or copied elsewhere before are not. "
                "A long PIN is safer than a short one."
            )
        )
        self.say(
            self.tr(
                "You will get a recovery key, for the day when you forget the PIN. If both are lost, nobody "
                "can open your texts, not even the person who looks after this computer."
            )
        )
        self.ask_twice()
        self.offer_to_show(self.tr("Show the PIN"))
        self.buttons.addStretch(1)
        self.offer_to_cancel(self.tr("Cancel"))
        self.set_button = self.act(self.tr("Set the PIN"), "primary", "lock")
        self.set_button.clicked.connect(self._on_set_clicked)
        self.new.setFocus()

    def _on_set_clicked(self) -> None:
        pin = self.typed_twice()
        if pin is not None:
            self.set_busy(self.tr("Your texts and the backups are being locked. This can take a minute."))
            self.pin_given.emit(pin)


class ChangePinDialog(_TwiceDialog):
    """Changes or removes a PIN, and gives a new recovery key; each needs the present PIN."""

    change_wanted = Signal(str, str)
    """The present PIN and the new one."""
    key_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, icons: Icons, name: str, parent: QWidget) -> None:
        super().__init__(icons, parent)
        self.head(self.tr("The PIN of {name}").format(name=isolated(name)))
        self.pin = self.ask(self.tr("Your PIN now"))
        self.say(self.tr("To change it, type the new PIN twice. The recovery key stays the same."))
        self.ask_twice()
        self.offer_to_show(self.tr("Show the PINs"))
        others = row()
        self.body.addLayout(others)
        remove = self.act(self.tr("Remove the PIN"), "", "trash", others)
        remove.setToolTip(self.tr("Your texts are no longer locked"))
        remove.clicked.connect(self._on_remove_clicked)
        renew = self.act(self.tr("New recovery key"), "", "retry", others)
        renew.setToolTip(self.tr("The old recovery key opens nothing any more"))
        renew.clicked.connect(self._on_renew_clicked)
        others.addStretch(1)
        self.buttons.addStretch(1)
        self.offer_to_cancel(self.tr("Cancel"))
        self.change_button = self.act(self.tr("Change the PIN"), "primary", "lock")
        self.change_button.clicked.connect(self._on_change_clicked)
        self.pin.setFocus()

    def _on_change_clicked(self) -> None:
        new = self.typed_twice()
        if new is not None:
            self._set_waiting()
            self.change_wanted.emit(self.pin.text(), new)

    def _on_renew_clicked(self) -> None:
        self._set_waiting()
        self.key_wanted.emit(self.pin.text())

    def _on_remove_clicked(self) -> None:
        self._set_waiting()
        self.removal_wanted.emit(self.pin.text())

    def _set_waiting(self) -> None:
        self.set_busy(self.tr("One moment: the backups are changed too. This can take a minute."))


class ForgottenPinDialog(_TwiceDialog):
    """Opens with the recovery key, and a new PIN at once."""

    key_given = Signal(str, str)
    """The recovery key and the new PIN."""

    def __init__(self, icons: Icons, name: str, parent: QWidget) -> None:
        super().__init__(icons, parent)
        self.head(self.tr("A new PIN for {name}").format(name=isolated(name)))
        self.say(self.tr("Type the recovery key. You have it, or your trainer."), "body")
        self.key = self.ask(self.tr("Recovery key: 7 groups of 4 letters or digits"), is_secret=False)
        self.ask_twice()
        self.say(
            self.tr(
                "If the key is lost too, your texts stay locked. They are kept and nothing deletes them; "
                "look for the key, and meanwhile go on with another name."
            )
        )
        self.buttons.addStretch(1)
        self.offer_to_cancel(self.tr("Cancel"))
        self.open_button = self.act(self.tr("Open and set the new PIN"), "primary", "lock")
        self.open_button.clicked.connect(self._on_open_clicked)
        self.key.setFocus()

    def _on_open_clicked(self) -> None:
        new = self.typed_twice()
        if new is not None:
            self.set_busy(self.tr("One moment: the backups are changed too. This can take a minute."))
            self.key_given.emit(self.key.text(), new)


class RecoveryKeyDialog(PinDialog):
    """Shows a recovery key, once, and names the files that could not be locked."""

    saving_wanted = Signal()

    def __init__(self, icons: Icons, name: str, key: str, left: Sequence[Path], parent: QWidget) -> None:
        super().__init__(icons, parent)
        self.head(self.tr("The recovery key") if key else self.tr("The PIN is set"))
        self.key = key
        if key:
            self._show_key(name)
        if left:
            self.say(
                self.tr(
                    "These could not be locked and may still show your words. "
                    "Ask the person who looks after this computer:"
                ),
                "body",
            )
            for path in left:
                self.say(isolated(str(path)), "small")
        if key:
            copy = self.act(self.tr("Copy"), "", "copy")
            copy.clicked.connect(self._on_copy_clicked)
            save = self.act(self.tr("Save to a file…"), "", "save")
            save.clicked.connect(self.saving_wanted)
        self.buttons.addStretch(1)
        self.done_button = self.act(self.tr("I have written it down") if key else self.tr("Close"), "primary")
        self.done_button.clicked.connect(self.accept)
        self.done_button.setFocus()

    def show_saved(self, path: Path) -> None:
        """Say where the key is now."""
        words = self.tr("The key is in {file}. Keep it away from this computer, for example on a stick.")
        self.show_done(words.format(file=path))

    def _show_key(self, name: str) -> None:
        shown = label(f"\u2066{self.key}\u2069", "h3")
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(self.tr("Recovery key: {key}").format(key=self.key))
        self.body.addWidget(shown)
        words = self.tr(
            "It opens the texts of {name} when the PIN is forgotten. It is shown only now. "
            "Write it down, or give it to your trainer, and do not leave it beside this computer."
        )
        self.say(words.format(name=isolated(name)), "body")

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.key)
        self.show_done(self.tr("The key is copied. Paste it where others on this computer cannot read it."))
