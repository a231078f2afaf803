"""The files that learners may save from a step, and its links for further reading."""

from collections.abc import Mapping
from types import MappingProxyType

from courseplayer.authoring.sources.folder_files import UnusableReferenceError
from courseplayer.authoring.sources.folder_steps import StepSource
from courseplayer.authoring.sources.folder_workshop import Workshop
from courseplayer.authoring.sources.names import composed, title_from
from courseplayer.course.content import Download, WebLink
from courseplayer.course.errors import storage_error
from courseplayer.coursefile.article import is_web_address
from courseplayer.coursefile.permitted import is_file_name

# A closed list of documents: nothing that a double-click would run, and no look-up that differs by system.
DOWNLOAD_MIMES: Mapping[str, str] = MappingProxyType(
    {
        ".pdf": "application/pdf",
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ".doc": "application/msword",
        ".xls": "application/vnd.ms-excel",
        ".ppt": "application/vnd.ms-powerpoint",
        ".odt": "application/vnd.oasis.opendocument.text",
        ".ods": "application/vnd.oasis.opendocument.spreadsheet",
        ".odp": "application/vnd.oasis.opendocument.presentation",
        ".rtf": "application/rtf",
        ".txt": "text/plain",
        ".md": "text/markdown",
        ".csv": "text/csv",
        ".epub": "application/epub+zip",
        ".zip": "application/zip",
        ".png": "image/png",
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".gif": "image/gif",
        ".webp": "image/webp",
        ".mp3": "audio/mpeg",
        ".m4a": "audio/mp4",
        ".ogg": "audio/ogg",
        ".mp4": "video/mp4",
        ".webm": "video/webm",
    }
)


def downloads_of(workshop: Workshop, step: StepSource) -> tuple[Download, ...]:
    """List the files a step offers; those that are missing or of a kind not allowed are reported."""
    downloads: list[Download] = []
    for group in step.fields.sections("downloads", text_is="file"):
        group.report_unknown(("file", "title"))
        reference = group.text("file")
        if reference is None:
            step.found.warning(group.line, "A download without a file is left out.")
            continue
        try:
            path = workshop.files.find(reference, step.path.parent)
        except UnusableReferenceError as wrong:
            step.found.error(group.line_of("file"), f"The download is missing: {wrong}")
            continue
        mime = DOWNLOAD_MIMES.get(path.suffix.lower())
        if mime is None:
            message = (
                f'Files that end in "{path.suffix}" cannot be downloads; put it into a .zip or leave it out.'
            )
            step.found.error(group.line_of("file"), message)
            continue
        name = composed(path.name)
        if not is_file_name(name):
            message = f'"{name}" cannot be the name of a file on every computer; rename the file.'
            step.found.error(group.line_of("file"), message)
            continue
        workshop.files.use(path)
        try:
            asset = workshop.assets.add_file(path, workshop.files.name(path), mime)
        except OSError as refusal:
            raise storage_error(refusal, path) from refusal
        title = group.text("title") or title_from(path.stem)
        downloads.append(Download(asset.id, title, name, mime, asset.size_bytes))
    return tuple(downloads)


def links_of(step: StepSource) -> tuple[WebLink, ...]:
    """List the addresses a step names for further reading."""
    links: list[WebLink] = []
    for group in step.fields.sections("links", text_is="url"):
        group.report_unknown(("title", "url"))
        url = group.text("url")
        if url is None or not is_web_address(url):
            message = f'"{url or ""}" is not a web address such as https://… and the link is left out.'
            step.found.warning(group.line_of("url"), message)
        else:
            links.append(WebLink(group.text("title") or url, url))
    return tuple(links)
