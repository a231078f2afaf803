"""Qt's own memory in portable mode: it goes to the stick, or nowhere."""

from courseplayer.system.paths import Keeping, Paths


def keep_qt_off_computer(paths: Paths) -> None:
    """Let Qt leave nothing on the computer where learners' data is kept on a stick.

    To be called before the first window is shown. Windows' own file dialogs remember where a person was, as
    they do for every program: nobody can keep them from it.
    """
    if paths.keeping is not Keeping.STICK:
        return
    # The first paint waits for what is imported, and few programs are on a stick.
    from PySide6.QtCore import QCoreApplication, QSettings, Qt  # noqa: PLC0415

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DisableShaderDiskCache)
    # Qt's file dialogs remember the last folder. Not by XDG_CONFIG_HOME, which also leads to input methods.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(paths.config))
