"""Says a moment in this place's time and language."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale


def moment_words(moment: datetime) -> str:
    """Return ``14:02`` for today, else the date too, in this place's time and language."""
    local = QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000))
    short = QLocale.FormatType.ShortFormat
    time = QLocale().toString(local.time(), short)
    if local.date() == QDate.currentDate():
        return time
    return f"{QLocale().toString(local.date(), short)} {time}"


def full_moment_words(moment: datetime) -> str:
    """Return date and time in this place's time and language."""
    local = QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000))
    locale = QLocale()
    date = locale.toString(local.date(), "ddd d MMM yyyy")
    return f"{date}, {locale.toString(local.time(), QLocale.FormatType.ShortFormat)}"
