"""The style sheet of the whole program; $names are filled in by the theme."""

STYLE_SHEET = """
* { outline: none; }
QWidget { color: $text; font-size: $body_px; }
QMainWindow, QDialog, #page { background: $window; }
QToolTip { background: $text; color: $surface; border: 0; padding: 6px 8px; font-size: $small_px; }

QLabel { background: transparent; }
QLabel[role="h1"] { font-size: $h1_px; font-weight: 700; }
QLabel[role="h2"] { font-size: $h2_px; font-weight: 700; }
QLabel[role="h3"] { font-size: $h3_px; font-weight: 600; }
QLabel[role="lead"] { font-size: $lead_px; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: $small_px; }
QLabel[role="overline"] { color: $accent; font-size: $small_px; font-weight: 600; }
QLabel[role="pill"] {
    color: $accent; background: $accent_soft; border-radius: 10px; padding: 2px 10px; font-size: $small_px;
}

QLabel[role="key"] {
    background: $sunken; border: 1px solid $strong_border; border-bottom-width: 2px; border-radius: 6px;
    padding: 2px 8px; font-size: $small_px;
}

QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 10px; }
QFrame[role="header"] { background: $surface; border: 0; border-bottom: 1px solid $border; }
QFrame[role="footer"] { background: $surface; border: 0; border-top: 1px solid $border; }
QFrame[role="side"] { background: $surface; border: 0; }
QFrame[role="line"] { background: $border; border: 0; max-height: 1px; min-height: 1px; }

QPushButton, QToolButton {
    background: $surface; border: 1px solid $border; border-radius: 8px; padding: 6px 14px; min-height: $line_px;
}
QPushButton:hover, QToolButton:hover { background: $sunken; border-color: $strong_border; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:pressed, QToolButton:pressed { background: $accent_soft; }
QPushButton:disabled, QToolButton:disabled { color: $strong_border; border-color: $border; }
QPushButton:checked, QToolButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $sunken; color: $muted; border-color: $border; }
QPushButton[role="done"] { background: $success_soft; color: $success; border-color: $success; font-weight: 600; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $sunken; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="quiet"]:checked, QToolButton[role="quiet"]:checked { background: $accent_soft; color: $accent; }
QToolButton[role="quiet"] { padding: 6px 8px; }
QToolButton[role="quiet"]:focus { padding: 5px 7px; }
QPushButton[role="link"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 4px 6px; text-align: left;
}
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 3px 5px; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QComboBox {
    background: $surface; border: 1px solid $strong_border; border-radius: 8px; padding: 6px 10px;
    selection-background-color: $accent; selection-color: $on_accent; min-height: $line_px;
}
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 5px 9px;
}
QLineEdit QToolButton { background: transparent; border: 0; padding: 0; min-height: 0; }
QTextBrowser { background: transparent; border: 2px solid transparent; padding: 0; border-radius: 6px; }
QTextBrowser:focus { border: 2px solid $accent; padding: 0; }
QComboBox:disabled { background: $sunken; color: $muted; border-color: $border; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: url(icon:down-$variant.svg); width: $arrow_px; height: $arrow_px; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $border; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $text;
}
QCheckBox, QRadioButton { spacing: 10px; padding: 4px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator {
    width: $mark_px; height: $mark_px; border: 2px solid $strong_border; background: $surface;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: $mark_radius_px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url(icon:check-$variant.svg); }
QRadioButton::indicator:checked {
    border-color: $accent;
    background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
        stop:0 $accent, stop:0.55 $accent, stop:0.6 $surface, stop:1 $surface);
}

QTreeView, QListView {
    background: transparent; border: 0; show-decoration-selected: 1; alternate-background-color: transparent;
}
QTreeView::item, QListView::item { padding: 6px 4px; border: 2px solid transparent; border-radius: 6px; }
QTreeView::item:hover, QListView::item:hover { background: $sunken; }
QTreeView::item:selected, QListView::item:selected { background: $accent_soft; color: $text; }

QScrollArea { background: transparent; border: 0; }
ReadingArea { border: 2px solid transparent; }
ReadingArea[role="reached"] { border-color: $accent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $strong_border; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }

QMenu { background: $surface; border: 1px solid $border; padding: 6px; icon-size: $icon_px; }
QMenu::item { padding: 9px 22px 9px 12px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 6px 4px; }

QProgressBar { background: $sunken; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 8px 14px; border: 0; border-bottom: 3px solid transparent;
}
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: 0; }

QFrame[tone="info"] { background: $accent_soft; border: 1px solid $accent; border-radius: 8px; }
QFrame[tone="warning"] { background: $warning_soft; border: 1px solid $warning; border-radius: 8px; }
QFrame[tone="error"] { background: $error_soft; border: 1px solid $error; border-radius: 8px; }
QFrame[tone="success"] { background: $success_soft; border: 1px solid $success; border-radius: 8px; }
QFrame[tone="warning"] QLabel { color: $warning; }
QFrame[tone="error"] QLabel { color: $error; }
QFrame[tone="success"] QLabel { color: $success; }
QSlider::groove:horizontal { height: 4px; background: $border; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:focus { background: $text; }
"""
