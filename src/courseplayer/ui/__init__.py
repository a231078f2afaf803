"""The window: Qt Widgets, the only room with Qt besides app.py."""
