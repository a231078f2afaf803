"""The bar above every page: its search box and its menu are there when somebody uses them."""

from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from courseplayer.ui.header import Header
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import LIGHT, Theme
from making.player_window import ICONS


def made(qtbot: QtBot) -> Header:
    header = Header(Icons(ICONS, Theme(LIGHT)))
    qtbot.addWidget(header)
    header.show()
    return header


def test_every_entry_of_the_menu_has_its_icon_when_the_menu_is_shown(qtbot: QtBot) -> None:
    header = made(qtbot)
    menu = header.findChild(QMenu)
    assert menu is not None
    menu.popup(menu.pos())
    qtbot.waitUntil(menu.isVisible)
    assert len(menu.actions()) == 5
    assert not any(action.icon().isNull() for action in menu.actions())
    menu.close()


def test_the_search_box_comes_with_a_course_between_its_title_and_the_menu(qtbot: QtBot) -> None:
    header = made(qtbot)
    learner = QPushButton("Almaz")
    header.add_learner_button(learner)
    assert header.findChild(QLineEdit) is None
    header.show_course("Hand washing")
    assert header.search.isVisible()
    order: list[QWidget] = [header.search]
    while (after := order[-1].nextInFocusChain()) is not None and after is not order[0]:
        order.append(after)
    outside = [one for one in order if not header.search.isAncestorOf(one)]
    assert outside[0] is learner
    header.show_course("")
    assert not header.search.isVisible()
