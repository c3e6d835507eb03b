"""The parts of ``dossier init``: addresses of repositories, what installs the program, the files."""

from __future__ import annotations

import io
import json
import zipfile
from importlib.metadata import Distribution
from pathlib import Path, PurePosixPath

import material
import pytest
import yaml

from dossier.content.schema import load_schema
from dossier.edit.starting import (
    LANGUAGES,
    Installation,
    Start,
    UnreachableError,
    installation,
    read_remote,
    requirement_from,
    starter_files,
)
from dossier.model.hosts import MATERIALX, PROPERDOCS

SCHEMA = load_schema()
INDEX = Installation("mkdocs-dossier==1.0.0")
COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = {"vcs_info": {"vcs": "git", "commit_id": COMMIT}}


def texts(start: Start) -> dict[PurePosixPath, str]:
    files = starter_files(start, INDEX, SCHEMA)
    return {path: text for path, text in files.items() if isinstance(text, str)}


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("ada/harbour", "https://github.com/ada/harbour"),
        ("https://github.com/ada/harbour.git", "https://github.com/ada/harbour"),
        ("https://GitHub.com/ada/harbour/", "https://github.com/ada/harbour"),
        ("https://www.github.com/ada/harbour", "https://github.com/ada/harbour"),
        ("git@github.com:ada/harbour.git\n", "https://github.com/ada/harbour"),
        ("ssh://git@codeberg.org/ada/harbour.git", "https://codeberg.org/ada/harbour"),
        ("ssh://git@git.example.org:2222/ada/harbour.git", "https://git.example.org/ada/harbour"),
        ("https://gitlab.com/desk/europe/harbour", "https://gitlab.com/desk/europe/harbour"),
    ],
)
def test_addresses_of_repositories(written: str, address: str) -> None:
    assert read_remote(written).address == address


@pytest.mark.parametrize(
    "written",
    [
        *("https://github.com/ada/harbour/tree/main", "ada/..", "https://example.org/a/../b", ".a/b"),
        *("harbour", "https://github.com/ada", "https://github.com/", "ftp://example.org/a/b", "a b/c"),
        *(
            "https://ada:secret@github.com/ada/harbour",
            "https://github.com/ada/har\u200bbour",
            "/srv/git/harbour",
        ),
    ],
)
def test_what_is_no_address_of_a_repository(written: str) -> None:
    with pytest.raises(ValueError, match=r"github\.com/name/dossier"):
        read_remote(written)


@pytest.mark.parametrize(
    ("repository", "pages"),
    [
        ("Ada/Harbour", "https://ada.github.io/Harbour/"),
        ("ada/Ada.github.io", "https://ada.github.io/"),
        ("https://gitlab.com/ada/harbour", ""),
    ],
)
def test_the_address_of_the_published_site(repository: str, pages: str) -> None:
    assert read_remote(repository).pages_address == pages


class Installed(Distribution):
    """A package with the note that an installer has left."""

    def __init__(self, note: dict[str, object] | None) -> None:
        self.note = note

    def read_text(self, filename: str) -> str | None:
        if filename == "METADATA":
            return "Metadata-Version: 2.4\nName: mkdocs-dossier\nVersion: 1.2.3\n"
        return json.dumps(self.note) if self.note and filename == "direct_url.json" else None

    def locate_file(self, path: object) -> Path:
        raise NotImplementedError


@pytest.mark.parametrize(
    ("note", "requirement"),
    [
        (None, "mkdocs-dossier==1.2.3"),
        (
            {"url": "https://example.org/a/dossier.git", **GIT},
            f"mkdocs-dossier @ git+https://example.org/a/dossier.git@{COMMIT}",
        ),
        (
            {"url": "ssh://git@example.org/a/dossier.git", "subdirectory": "src", **GIT},
            f"mkdocs-dossier @ git+https://example.org/a/dossier.git@{COMMIT}#subdirectory=src",
        ),
        (
            {"url": "https://ada:secret@example.org/d.git", **GIT},
            f"mkdocs-dossier @ git+https://example.org/d.git@{COMMIT}",
        ),
        (
            {"url": "https://example.org/mkdocs_dossier-1.2.3-py3-none-any.whl", "archive_info": {}},
            "mkdocs-dossier @ https://example.org/mkdocs_dossier-1.2.3-py3-none-any.whl",
        ),
    ],
)
def test_what_installs_the_same_version(note: dict[str, object] | None, requirement: str) -> None:
    assert installation(Installed(note)) == Installation(requirement)


def test_a_wheel_goes_into_the_repository(tmp_path: Path) -> None:
    wheel = tmp_path / "a folder" / "mkdocs_dossier-1.2.3-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"PK\x05\x06")
    note = {"url": wheel.as_uri(), "archive_info": {}}
    found = installation(Installed(note))
    assert found.requirement == f"./vendor/{wheel.name}"
    assert starter_files(Start("A"), found, SCHEMA)[PurePosixPath("vendor", wheel.name)] == b"PK\x05\x06"
    assert requirement_from(wheel.name, wheel.parent) == found
    wheel.unlink()
    with pytest.raises(UnreachableError, match="a file that is no longer there"):
        installation(Installed(note))


def test_of_a_folder_a_wheel_is_built(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "dossier").mkdir(parents=True)
    (source / "dossier" / "__init__.py").write_text("", encoding="utf-8")
    (source / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
        '[project]\nname = "mkdocs-dossier"\nversion = "1.2.3"\n'
        'requires-python = ">=3.11"\n[tool.hatch.build.targets.wheel]\npackages = ["dossier"]\n',
        encoding="utf-8",
    )
    found = installation(Installed({"url": source.as_uri(), "dir_info": {"editable": True}}))
    assert found.requirement == "./vendor/mkdocs_dossier-1.2.3-py3-none-any.whl"
    assert found.wheel is not None
    with zipfile.ZipFile(io.BytesIO(found.wheel.content)) as archive:
        assert "dossier/__init__.py" in archive.namelist()


def test_without_a_wheel_it_says_what_to_add(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError) as refused:
        installation(Installed({"url": (tmp_path / "gone").as_uri(), "dir_info": {}}))
    assert "from which no wheel can be built" in str(refused.value)
    assert "add --install-from with the address of a Git repository" in str(refused.value)


@pytest.mark.parametrize(
    ("given", "requirement"),
    [
        ("https://example.org/a/d@v1.0", "mkdocs-dossier @ git+https://example.org/a/d@v1.0"),
        ("git+https://example.org/a/d.git", "mkdocs-dossier @ git+https://example.org/a/d.git"),
        ("ssh://git@example.org/a/d.git", "mkdocs-dossier @ git+https://example.org/a/d.git"),
        (
            "https://example.org/d-1-py3-none-any.whl",
            "mkdocs-dossier @ https://example.org/d-1-py3-none-any.whl",
        ),
        ("mkdocs-dossier", "mkdocs-dossier"),
        ("mkdocs-dossier>=1,<2", "mkdocs-dossier>=1,<2"),
    ],
)
def test_what_a_user_names_to_install_from(given: str, requirement: str) -> None:
    assert requirement_from(given).requirement == requirement


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("../mkdocs-dossier", "is not an address of a Git repository"),
        ("missing.whl", "is not an address of a Git repository"),
        ("https://example.org/a/d -r evil.txt", "is not an address of a Git repository"),
        ("https://ada:secret@example.org/d.git", "contains a password"),
        ("https://example.org/d-1-py3-none-any.whl?sig=secret", "has a query, which may be a password"),
        ("mkdocs-dossier==1 --extra-index-url https://example.org", "is not an address of a Git repository"),
    ],
)
def test_what_nothing_can_be_installed_from(given: str, told: str) -> None:
    with pytest.raises(ValueError, match=told) as refused:
        requirement_from(given)
    assert "secret" not in str(refused.value)


def test_titles_are_quoted_where_yaml_needs_it() -> None:
    start = Start("Minsk: “a” & 'b' <% x %> << y >> # c", topic="- {a: b}", repository=read_remote("ada/b"))
    settings = yaml.safe_load(texts(start)[PurePosixPath("mkdocs.yml")])
    assert (settings["site_name"], settings["site_description"]) == (start.title, start.topic)
    assert settings["repo_url"] == "https://github.com/ada/b"
    assert settings["site_url"] == "https://ada.github.io/b/"


def test_elsewhere_than_on_github_there_is_no_workflow() -> None:
    elsewhere = texts(Start("A", repository=read_remote("https://codeberg.org/ada/b")))
    assert not [path for path in elsewhere if path.parts[0] == ".github"]
    assert "## Publish" not in elsewhere[PurePosixPath("README.md")]
    assert "site_url" not in elsewhere[PurePosixPath("mkdocs.yml")]


def test_files_fit_the_host_and_the_theme() -> None:
    files = texts(Start("A", host=PROPERDOCS, theme=MATERIALX))
    assert PurePosixPath("mkdocs.yml") not in files
    assert yaml.safe_load(files[PurePosixPath("properdocs.yml")])["theme"]["name"] == "materialx"
    lines = files[PurePosixPath("requirements.txt")].splitlines()
    assert [each for each in lines if not each.startswith("#")] == [
        "mkdocs-dossier==1.0.0", "properdocs>=1.6.7,<2", "-r requirements-theme.txt",
    ]  # fmt: skip
    assert "\nmkdocs-materialx>=10.2.2,<11\n" in files[PurePosixPath("requirements-theme.txt")]
    workflow = yaml.safe_load(files[PurePosixPath(".github/workflows/site.yml")])
    commands = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    # Material's files are at the same paths as those of MaterialX, so it must go before they are written.
    assert commands[:3] == [
        "pip install -r requirements.txt",
        "pip uninstall --yes mkdocs-material",
        "pip install --force-reinstall --no-deps -r requirements-theme.txt",
    ]
    assert commands[-1] == "properdocs build --strict"
    readme = files[PurePosixPath("README.md")]
    assert "".join(f".venv/bin/{command}\n" for command in commands[:3]) in readme
    assert "mkdocs.yml" not in "".join(files.values())


def test_a_folder_for_each_type_even_without_the_sample() -> None:
    folders = {str(path.parent) for path in texts(Start("A", is_bare=True)) if path.parts[0] == "content"}
    assert folders == {"content"} | {
        f"content/{t.folder}" for t in SCHEMA.types.values() if t.layout != "page"
    }


def test_the_languages_are_those_of_the_theme() -> None:
    folder = Path(material.__file__).parent / "templates" / "partials" / "languages"
    assert sorted(LANGUAGES) == sorted(file.stem for file in folder.glob("*.html"))
