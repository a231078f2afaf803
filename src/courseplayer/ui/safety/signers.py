"""Says when a course is not signed by the one who signed it before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from courseplayer.ui.components import Banner, Tone
from courseplayer.ui.session import OpenCourse, Session

if TYPE_CHECKING:
    from courseplayer.coursefile.trust import Trust

_ACCEPT = "accept-signer"


class SignerPresenter(QObject):
    """Between the session's courses and the banner of the window."""

    def __init__(self, session: Session, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        session.course_opened.connect(self._on_course_opened)
        banner.action_chosen.connect(self._on_action_chosen)

    def _on_course_opened(self, opened: OpenCourse) -> None:
        if opened.trust.former_signer is None:
            return
        former = opened.trust.former_signer
        self._banner.show_message(
            self._warning(opened.trust, former), Tone.WARNING, ((_ACCEPT, self.tr("It is all right")),)
        )

    def _warning(self, trust: "Trust", former: str) -> str:
        if trust.signature is None:
            words = self.tr(
                "When you opened this course before, {former} had signed it; this file is not signed. "
                "What you wrote is safe. Ask whoever gave you the file whether it is the right one."
            )
            return words.format(former=former)
        words = self.tr(
            "When you opened this course before, {former} had signed it with another key; this one is signed "
            "by {now}. What you wrote is safe. Ask whoever gave you the file whether it is the right one."
        )
        return words.format(former=former, now=trust.signature.signer)

    def _on_action_chosen(self, key: str) -> None:
        if key == _ACCEPT:
            self._banner.clear()
            self._session.accept_signer()
