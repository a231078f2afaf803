"""What the start page says, in the languages of the program.

Not through Qt: the page holds every language at once, and it is written by a room below the window.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StartWords:
    """The sentences of the page in one language; gaps are named in braces."""

    language: str
    name: str
    title: str
    courses: str
    minutes: str
    how: str
    windows_folder: str
    windows_warning: str
    windows_setup: str
    linux: str
    linux_more: str
    macos: str
    install_first: str
    installed_here: str
    kept_in_kit: str
    kept_on_computer: str
    kept_read_only: str
    check: str
    made: str


ENGLISH = StartWords(
    language="en",
    name="English",
    title="Start here",
    courses="On this stick",
    minutes="about {hours} h {minutes} min",
    how="How to start",
    windows_folder="<b>Windows 10 or later:</b> open the folder <code>windows</code> and double-click "
    "<code>courseplayer.exe</code>.",
    windows_warning="If Windows says that it does not know the program, choose <i>More info</i> and then "
    "<i>Run anyway</i>.",
    windows_setup="<b>Windows 10 or later:</b> double-click <code>{file}</code>. It installs Course Player and "
    "copies the courses of the folder <code>courses</code>.",
    linux="<b>Linux (64-bit PC):</b> open a terminal in this folder and type <code>sh start-linux.sh</code>.",
    linux_more="If it says that the drive does not allow programs, copy the whole kit into your home folder "
    "and start it there.",
    macos="<b>Mac:</b> open the folder <code>macos</code>, double-click <code>{file}</code> and then "
    "<i>Course Player</i>.",
    install_first="<b>These are courses without a program.</b> Install Course Player on the computer first.",
    installed_here="Leave the stick plugged in and start Course Player: it shows the courses. Or double-click a "
    "file in the folder <code>courses</code>.",
    kept_in_kit="What you write and how far you got is kept on this stick. Close Course Player before you pull it "
    "out.",
    kept_on_computer="What you write and how far you got is kept on the computer, not on this stick.",
    kept_read_only="Where the stick cannot be written to, it is kept on the computer, and the program says so.",
    check="Whether everything was copied whole: type <code>sha256sum -c SHA256SUMS</code> in this folder (Linux).",
    made="Made on {date} (UTC) with Course Player {version}.",
)
FRENCH = StartWords(
    language="fr",
    name="Français",
    title="Commencez ici",
    courses="Sur cette clé",
    minutes="environ {hours} h {minutes} min",
    how="Comment démarrer",
    windows_folder="<b>Windows 10 ou plus récent :</b> ouvrez le dossier <code>windows</code> et double-cliquez "
    "sur <code>courseplayer.exe</code>.",
    windows_warning="Si Windows dit ne pas connaître le programme, choisissez <i>Informations "
    "complémentaires</i>, puis <i>Exécuter quand même</i>.",
    windows_setup="<b>Windows 10 ou plus récent :</b> double-cliquez sur <code>{file}</code>. Il installe Course "
    "Player et copie les cours du dossier <code>courses</code>.",
    linux="<b>Linux (PC 64 bits) :</b> ouvrez un terminal dans ce dossier et tapez "
    "<code>sh start-linux.sh</code>.",
    linux_more="S’il dit que le support n’autorise pas les programmes, copiez tout le kit dans votre dossier "
    "personnel et démarrez-le là.",
    macos="<b>Mac :</b> ouvrez le dossier <code>macos</code>, double-cliquez sur <code>{file}</code>, puis sur "
    "<i>Course Player</i>.",
    install_first="<b>Ce sont des cours sans programme.</b> Installez d’abord Course Player sur l’ordinateur.",
    installed_here="Laissez la clé branchée et démarrez Course Player : il montre les cours. Ou double-cliquez "
    "sur un fichier du dossier <code>courses</code>.",
    kept_in_kit="Ce que vous écrivez et votre progression sont gardés sur cette clé. Fermez Course Player avant "
    "de la retirer.",
    kept_on_computer="Ce que vous écrivez et votre progression sont gardés sur l’ordinateur, pas sur cette clé.",
    kept_read_only="Si la clé est protégée contre l’écriture, ils sont gardés sur l’ordinateur, et le programme "
    "le dit.",
    check="Pour savoir si tout a été copié en entier : tapez <code>sha256sum -c SHA256SUMS</code> dans ce dossier "
    "(Linux).",
    made="Fait le {date} (UTC) avec Course Player {version}.",
)
LANGUAGES = (ENGLISH, FRENCH)
