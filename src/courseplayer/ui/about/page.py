"""The pages about the program, with what they tell."""

from courseplayer import __version__
from courseplayer.ui.about.made_with import licence_text, made_with, third_party_licences
from courseplayer.ui.about.view import AboutPage, ShortcutsPage
from courseplayer.ui.icons import Icons
from courseplayer.ui.shortcut_list import all_shortcuts


def about_page(icons: Icons) -> AboutPage:
    """Make the page with version and licences."""
    return AboutPage(icons, __version__, made_with(), licence_text(), third_party_licences)


def shortcuts_page(icons: Icons) -> ShortcutsPage:
    """Make the page with every key."""
    return ShortcutsPage(icons, all_shortcuts())
