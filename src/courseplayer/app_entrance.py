"""What the first paint needs: the window's frame with the shelf as it was seen last."""

from courseplayer.system.paths import Paths
from courseplayer.system.policy import Policy
from courseplayer.ui.brand import Brand
from courseplayer.ui.icons import Icons
from courseplayer.ui.jobs import Jobs
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.learners.view import LearnerButton
from courseplayer.ui.main_window import MainWindow
from courseplayer.ui.player.spare_surface import SpareSurface
from courseplayer.ui.settings_keeper import SettingsKeeper
from courseplayer.ui.shelf.presenter import ShelfPresenter
from courseplayer.ui.shelf.view import ShelfPage
from courseplayer.ui.veil.certainty import Certainty

LANGUAGES = ("en", "fr")
"""The languages that the program speaks."""


class Entrance:
    """The frame, the shelf and who is learning; the rest of the window is put behind it."""

    def __init__(
        self,
        icons: Icons,
        paths: Paths,
        jobs: Jobs,
        access: LearnerAccess,
        settings: SettingsKeeper,
        policy: Policy,
        brand: Brand,
        certainty: Certainty,
        spare_surface: SpareSurface,
    ) -> None:
        self.icons = icons
        self.paths = paths
        self.jobs = jobs
        self.access = access
        self.settings = settings
        self.policy = policy
        self.certainty = certainty
        self.spare_surface = spare_surface
        self.frame = MainWindow(icons)
        if brand.name is not None:
            self.frame.show_brand(brand.name)
        self.learner_button = LearnerButton(icons)
        self.frame.header.add_learner_button(self.learner_button)
        self.shelf = ShelfPage(icons, brand)
        self.shelf_presenter = ShelfPresenter(self.shelf, paths, jobs, access, self.frame)
        self.shelf_presenter.show_snapshot()
        self.frame.show_page(self.shelf)
        self.frame.restore_geometry_text(settings.settings.window_geometry)
