"""Give the addresses at which readers edit a page, add an article or report an error.

Each host of repositories writes them in its own way, which `HOSTS` lists. A host that is not listed gets no
guess: a wrong link is worse than none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode, urljoin, urlsplit

from dossier.content.web_addresses import refusal_of_web_address
from dossier.render.view import View

NEW_ARTICLE: Final = "new-article.md"
# GitHub answers “URI too long” beyond some 8,000 characters.
_LONGEST_ADDRESS: Final = 7_500
# A title of 500 characters in Cyrillic script takes 3,000 in an address, and the report has it twice.
_LONGEST_TITLE: Final = 120
_GIT: Final = ".git"
# What may stand in a path beside letters, and the sign of what is encoded already (RFC 3986, 3.3).
_IN_PATHS: Final = "/%:@!$&'()*+,;="


@dataclass(frozen=True, slots=True)
class Host:
    """How a host of repositories writes the addresses of its forms.

    Attributes:
        names: the hosts' names in addresses.
        segments: the least and the greatest number of segments in the path of a repository.
        default: what stands for the default branch; "" where the editor needs a branch's own name.
        edit: what stands between a repository and the branch in the address of the editor.
        view: the same for the page that shows a file, to which an ``edit_uri`` may lead as well.
        new: the same for the form for a new file.
        file: the parameters of that form for the file's name and its text; "" where it ignores the text.
        issue: the parameters of the form for a new issue for its title and its text.
        issues: the path of that form.
    """

    names: frozenset[str]
    segments: tuple[int, int]
    default: str
    edit: str
    view: str
    new: str
    file: tuple[str, str]
    issue: tuple[str, str]
    issues: str


HOSTS: Final = (
    # https://github.com/o/r/edit/HEAD/content/a.md
    # https://github.com/o/r/new/HEAD/content/articles?filename=a.md&value=Text
    # https://github.com/o/r/issues/new?title=Title&body=Text
    # GitHub's documentation describes the last; others' programs have long used HEAD in the first two.
    Host(
        names=frozenset(("github.com", "www.github.com")),
        segments=(2, 2),
        default="HEAD",
        edit="edit/",
        view="blob/",
        new="new/",
        file=("filename", "value"),
        issue=("title", "body"),
        issues="issues/new",
    ),
    # https://gitlab.com/group/r/-/edit/main/content/a.md
    # https://gitlab.com/group/r/-/new/main/content/articles?file_name=a.md
    # https://gitlab.com/group/r/-/issues/new?issue[title]=Title&issue[description]=Text
    # GitLab edits nothing at HEAD (`require_branch_head` in its blob_controller.rb), and its form for a new
    # file ignores the parameter for the text (gitlab-org/gitlab, work item 594214).
    Host(
        names=frozenset(("gitlab.com",)),
        segments=(2, 20),
        default="",
        edit="-/edit/",
        view="-/blob/",
        new="-/new/",
        file=("file_name", ""),
        issue=("issue[title]", "issue[description]"),
        issues="-/issues/new",
    ),
    # https://codeberg.org/o/r/_edit/HEAD/content/a.md
    # https://codeberg.org/o/r/_new/HEAD/content/articles?filename=a.md&value=Text
    # https://codeberg.org/o/r/issues/new?title=Title&body=Text
    # Forgejo and Gitea take HEAD for the default branch (`getRefName` in their repo.go). Gitea's
    # documentation describes the rest (“Web UI API”, “Issue and pull request templates”).
    Host(
        names=frozenset(("codeberg.org", "gitea.com")),
        segments=(2, 2),
        default="HEAD",
        edit="_edit/",
        view="src/branch/",
        new="_new/",
        file=("filename", "value"),
        issue=("title", "body"),
        issues="issues/new",
    ),
)


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on a host whose addresses are known; `url` ends with a slash."""

    url: str
    host: Host

    def edit_uri(self, folder: str) -> str:
        """The address below which the editor finds the files of a folder; "" where that is unknown.

        Args:
            folder: the path of the folder in the repository, "" for its root.

        >>> repository_at("https://github.com/o/r").edit_uri("my dossier/content")
        'https://github.com/o/r/edit/HEAD/my%20dossier/content/'
        """
        branch = self.host.default
        below = f"{quote(folder)}/" if folder not in ("", ".") else ""
        return f"{self.url}{self.host.edit}{branch}/{below}" if branch else ""

    def new_file(self, edit_uri: str, folder: str, text: str) -> str:
        """The address of the form for a new article.

        It is "" where `edit_uri` leads elsewhere than to the editor or the files of this repository.

        Args:
            edit_uri: the address below which the dossier's files are edited, from the repository on or whole.
            folder: the folder of the new file in the dossier's.
            text: what the form offers as the file's text.

        >>> repository_at("https://codeberg.org/o/r").new_file("_edit/main/content/", "articles", "---")
        'https://codeberg.org/o/r/_new/main/content/articles?filename=new-article.md&value=---'
        """
        address = urljoin(self.url, edit_uri)
        for kind in (self.host.edit, self.host.view):
            place = address.removeprefix(f"{self.url}{kind}")
            if place != address and place.endswith("/") and not urlsplit(place).query:
                path = f"{self.host.new}{quote(place, safe=_IN_PATHS)}{quote(folder)}"
                return self._form(path, self.host.file, (NEW_ARTICLE, text))
        return ""

    def new_issue(self, title: str, text: str) -> str:
        """The address of the form for a new issue.

        >>> repository_at("https://gitlab.com/group/team/r/").new_issue("A & B", "#1")
        'https://gitlab.com/group/team/r/-/issues/new?issue%5Btitle%5D=A%20%26%20B&issue%5Bdescription%5D=%231'
        """
        return self._form(self.host.issues, self.host.issue, (title, text))

    def _form(self, path: str, names: tuple[str, str], values: tuple[str, str]) -> str:
        given = {name: value for name, value in zip(names, values, strict=True) if name}
        # In a query, a colon, a comma and a slash mean themselves (RFC 3986, 3.4).
        query = urlencode(given, quote_via=quote, safe=":,/", errors="replace")
        whole = f"{self.url}{path}?{query}"
        return whole if len(whole) <= _LONGEST_ADDRESS else whole.rpartition("&")[0]


def repository_at(address: str) -> Repository | None:
    """The repository at an address, None where the host is not known or the address is not a repository's.

    >>> repository_at("https://github.com/o/r.git").url
    'https://github.com/o/r/'
    >>> repository_at("https://github.com/o"), repository_at("https://git.example.org/o/r")
    (None, None)
    """
    parts = urlsplit(address)
    if parts.query or parts.fragment:
        return None
    segments = [segment for segment in parts.path.split("/") if segment]
    for host in HOSTS:
        least, most = host.segments
        if parts.netloc.lower() in host.names and least <= len(segments) <= most and "-" not in segments:
            path = "/".join(segments).removesuffix(_GIT)
            return Repository(f"https://{parts.netloc}/{path}/", host)
    return None


@dataclass(frozen=True, slots=True)
class Place:
    """The page below which a row of links stands.

    Attributes:
        title: its title.
        address: its address, in full where the site's own is known.
        file: the path of its file in the dossier's folder, "" where it has none.
        edit: the address at which its file is edited, "" where there is none.
    """

    title: str
    address: str
    file: str
    edit: str


def render_actions(view: View, place: Place, repository: Repository | None, add: str) -> str:
    """The row of links with which a reader edits the page, adds an article or reports an error.

    It is "" where no link is known.

    Args:
        view: the templates.
        place: the page.
        repository: where the site's files are, None where its host is not known.
        add: the address of the form for a new article, "" where there is none.
    """
    edit = "" if refusal_of_web_address(place.edit) else place.edit
    report: Callable[[str, str], str] | None = repository.new_issue if repository else None
    if not (edit or add or report):
        return ""
    context = {"place": place, "title": _shortened(place.title), "edit": edit, "add": add, "report": report}
    return view.render("actions.html", context)


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
