"""What other programs are asked to show: folders and addresses."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from courseplayer.ui.components import Banner, Tone

_SCHEMES = frozenset({"https", "http", "mailto"})


def show_folder(place: Path, banner: Banner) -> None:
    """Let the system show a folder, or that of a file; where nothing can, the banner says where it is."""
    folder = place if place.is_dir() else place.parent
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        sentence = QCoreApplication.translate(
            "outside", "No program on this computer could show the folder. It is {folder}."
        )
        banner.show_message(sentence.format(folder=folder), Tone.INFO)


def open_address(address: str, banner: Banner) -> None:
    """Let the browser open an address; where there is none, the banner gives the address.

    Only addresses of the web and of mail; others were refused before, and could start programs.
    """
    url = QUrl(address)
    if url.scheme() in _SCHEMES and QDesktopServices.openUrl(url):
        banner.clear()
        return
    sentence = QCoreApplication.translate(
        "outside", "No program on this computer could open the address. It is {address}."
    )
    banner.show_message(sentence.format(address=address), Tone.INFO)
