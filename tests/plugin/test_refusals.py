"""Tests of what a build says, in one line, about sites that cannot be those of a dossier."""

from __future__ import annotations

import os
import subprocess
from base64 import urlsafe_b64encode
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, BuildError
from small_sites import CONFIG, DOSSIER, Site
from warm_processes import MKDOCS, run

from dossier.content.renames import Rename
from mkdocs_dossier.mixed_themes import refusals_of_mixed_themes
from mkdocs_dossier.refusals import renamed_options

PAGEFIND = CONFIG.replace("- search", "- pagefind")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_a_theme_other_than_material_is_refused_in_one_line(tmp_path: Path, theme: str) -> None:
    site = Site(tmp_path, DOSSIER, CONFIG.replace("{name: material, font: false}", f"{{name: {theme}}}"))
    with pytest.raises((Abort, BuildError)):
        site.build()
    told = [text for level, text in site.messages if level == "ERROR"]
    assert len(told) == 1
    assert "need the theme Material" in told[0]
    assert "into mkdocs.yml" in told[0]


def install(folder: Path, package: str, files: dict[str, str], recorded: dict[str, str]) -> None:
    """Install a package into a folder as pip does, with the hashes of some texts in its record."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    lines = []
    for name, text in recorded.items():
        digest = urlsafe_b64encode(sha256(text.encode()).digest()).decode().rstrip("=")
        lines.append(f"{name},sha256={digest},{len(text)}\n")
    note = folder / f"{package.replace('-', '_')}-1.0.dist-info"
    note.mkdir(parents=True)
    (note / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: {package}\nVersion: 1.0\n", encoding="utf-8"
    )
    (note / "RECORD").write_text("".join(lines), encoding="utf-8")


def test_a_theme_whose_files_the_other_theme_replaced_is_refused(tmp_path: Path) -> None:
    base, icon = "material/templates/base.html", "material/templates/.icons/a.html"
    old, new = {base: "old", icon: "a"}, {base: "new", icon: "b", "material/only_here.js": "x"}
    install(tmp_path, "mkdocs-material", old, old)
    assert list(refusals_of_mixed_themes("material", [str(tmp_path)])) == []
    install(tmp_path, "mkdocs-materialx", new, new)
    assert list(refusals_of_mixed_themes("materialx", [str(tmp_path)])) == []
    assert list(refusals_of_mixed_themes("another", [str(tmp_path)])) == []
    (told,) = refusals_of_mixed_themes("material", [str(tmp_path)])
    assert told == (
        "MaterialX has replaced files of the theme Material, because both are installed into the same folder. Run "
        '“pip uninstall --yes mkdocs-materialx” and then “pip install --force-reinstall --no-deps "mkdocs-material>=9.6,<10"”; no build works between the two.'
    )
    # What differs only in drawings is not refused.
    (tmp_path / base).write_text("old", encoding="utf-8")
    assert list(refusals_of_mixed_themes("material", [str(tmp_path)])) == []
    (told,) = refusals_of_mixed_themes("materialx", [str(tmp_path)])
    assert "pip uninstall --yes mkdocs-material”" in told
    (tmp_path / base).unlink()
    assert len(list(refusals_of_mixed_themes("material", [str(tmp_path)]))) == 1


def test_what_would_stand_in_the_folder_of_the_search_index_is_refused(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER + "-- content/pagefind/x.md --\n# A page\n", PAGEFIND)
    with pytest.raises((Abort, BuildError)):
        site.build()
    told = [text for level, text in site.messages if level == "ERROR" and "pagefind/x.md:1:1: " in text]
    assert len(told) == 1
    assert not (tmp_path / "site").exists()


def test_a_build_asks_which_theme_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = tmp_path / "packages"
    entry_points = distribution("mkdocs-material").read_text("entry_points.txt") or ""
    install(packages, "mkdocs-material", {}, {"material/templates/base.html": "old"})
    install(packages, "mkdocs-materialx", {}, {})
    # MkDocs must still find the theme: here, and in what it keeps for the next test.
    (packages / "mkdocs_material-1.0.dist-info/entry_points.txt").write_text(entry_points, encoding="utf-8")
    monkeypatch.syspath_prepend(packages)
    (told,) = refused(Site(tmp_path, DOSSIER))
    assert "MaterialX has replaced files of the theme Material" in told


def test_of_alike_findings_a_hundred_are_told_and_the_rest_is_counted(tmp_path: Path) -> None:
    fields = "".join(f"k{i}: x\n" for i in range(250))
    site = Site(tmp_path, f"{DOSSIER}-- content/places/kyiv.md --\n---\ntitle: Kyiv\n{fields}---\n", CONFIG)
    with pytest.raises((Abort, BuildError)):
        site.build()
    assert "the dossier has 250 errors, see above" in [text for _, text in site.messages]
    told = [text for _, text in site.messages if "places/kyiv.md:" in text]
    assert len(told) == 101
    assert "kyiv.md:103:1: error: unknown-field: 150 more of this kind from here on" in told[-1]


def refused(site: Site, **options: object) -> list[str]:
    """The errors by which a build is refused before it has made anything."""
    before = sorted(path.name for path in site.folder.iterdir())
    with pytest.raises((Abort, BuildError)):
        site.build(**options)
    assert sorted(path.name for path in site.folder.iterdir()) == before
    return [text for level, text in site.messages if level == "ERROR"]


def test_an_option_of_an_earlier_version_is_refused_in_one_line() -> None:
    renames = (Rename(kind="plugin-option", old="dossier: links", new="dossier: link", since="2.0.0"),)
    (told,) = renamed_options("dossier", ["links", "link"], renames, "mkdocs.yml")
    assert told == (
        "mkdocs.yml gives the plugin “dossier” the option “links”: its name is now “link”; "
        "`dossier migrate` changes it."
    )
    assert list(renamed_options("pagefind", ["links"], renames, "mkdocs.yml")) == []


TWICE = {
    "by name": "[{name}, {name}]",
    "with and without options": "[{name}: {{}}, {name}]",
    "with different options": "[{name}: {{{option}}}, search, {name}: {{}}]",
    "three times": "[{name}, {name}, {name}]",
    "switched on by a variable": "[{name}, {name}: {{enabled: !ENV [NO_SUCH_VARIABLE, true]}}]",
    "outside of the theme's names": "[{name}, /{name}]",
}
OPTIONS = {"dossier": "link: every", "pagefind": "results: 5"}


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("name", OPTIONS)
@pytest.mark.parametrize("form", TWICE)
def test_a_plugin_that_is_listed_twice_is_refused_in_one_line(
    tmp_path: Path, form: str, name: str, strict: bool
) -> None:
    plugins = TWICE[form].format(name=name, option=OPTIONS[name])
    if name == "pagefind":
        plugins = plugins.replace("[", "[dossier, ", 1)
    config = CONFIG.replace("plugins:\n  - search\n  - dossier\n", f"plugins: {plugins}\n")
    told = refused(Site(tmp_path, DOSSIER, config), strict=strict)
    assert len(told) == 1
    assert f"mkdocs.yml lists the plugin “{name}” more than once: list it once" in told[0]


@pytest.mark.parametrize("name", OPTIONS)
def test_a_plugin_that_is_listed_again_and_switched_off_is_not_refused(tmp_path: Path, name: str) -> None:
    listed = f"plugins:\n  - {name}\n  - {name}: {{enabled: false}}\n"
    listed += "" if name == "dossier" else "  - dossier\n"
    site = Site(tmp_path, DOSSIER, CONFIG.replace("plugins:\n  - search\n  - dossier\n", listed))
    site.build(strict=True)
    assert site.messages == []
    assert "people/vladimir-putin/index.html" in site.pages


def test_a_plugin_is_listed_twice_where_a_file_inherits_a_list(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER, "INHERIT: base.yml\nplugins: [dossier, dossier]\n")
    site.write(f"-- base.yml --\n{CONFIG}")
    assert ["more than once" in text for text in refused(site)] == [True]


NUMBERS = [
    "abc",
    "-1",
    "1e400",
    "",
    " 1640995200 ",
    "9" * 20,
    "9" * 5000,
    "253402300800",
    "١٢",
    "1_000",
    "0x10",
]


@pytest.mark.parametrize("value", NUMBERS, ids=lambda value: ascii(value[:20]))
def test_a_moment_that_is_none_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    told = refused(Site(tmp_path, DOSSIER))
    assert len(told) == 1
    assert "the variable SOURCE_DATE_EPOCH is " in told[0]
    assert "write the seconds since 1970" in told[0]
    assert len(told[0]) < 300


@pytest.mark.parametrize(
    "value",
    ["https://exa mple.org/", "https://example.org/a?b", "https://example.org/#a", "https://example.org:x/",
     "https://example.org:99999/", "https://x@example.org/", "https://example.org\\a/"],
)  # fmt: skip
def test_an_address_of_the_site_that_is_none_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SITE_ADDRESS", value)
    told = refused(Site(tmp_path, DOSSIER, f"{CONFIG}site_url: !ENV [SITE_ADDRESS]\n"))
    assert len(told) == 1
    assert "site_url is “" in told[0]
    assert "or into the variable that it names there" in told[0]


@pytest.mark.parametrize("value", ["ftp://example.org/o/r", "javascript://github.com/%0Aalert(1)"])
def test_an_address_of_the_repository_that_is_not_on_the_web_is_refused_in_one_line(
    tmp_path: Path, value: str
) -> None:
    told = refused(Site(tmp_path, DOSSIER, f"{CONFIG}repo_url: {value}\n"))
    assert len(told) == 1
    assert f"repo_url is “{value}”: it does not begin with https:// or http://. Write " in told[0]


@pytest.mark.parametrize(
    "variables",
    [{"SOURCE_DATE_EPOCH": "abc"}, {"SOURCE_DATE_EPOCH": ""}, {"SITE_ADDRESS": "abc"},
     {"SITE_ADDRESS": "https://example.org/?a"}],
)  # fmt: skip
def test_a_variable_that_cannot_be_read_ends_the_command_without_a_traceback(
    tmp_path: Path, variables: dict[str, str]
) -> None:
    Site(tmp_path, DOSSIER, f'{CONFIG}site_url: !ENV [SITE_ADDRESS, ""]\n')
    done = mkdocs(tmp_path, "build", **variables)
    assert done.returncode == 1
    assert len([line for line in done.stderr.splitlines() if line.startswith("ERROR")]) == 1
    assert "Traceback" not in done.stderr
    assert "report it" not in done.stderr
    assert not (tmp_path / "site").exists()


def test_variables_that_say_nothing_to_a_build_do_not_disturb_it(tmp_path: Path) -> None:
    Site(tmp_path, DOSSIER, f'{CONFIG}site_url: !ENV [SITE_ADDRESS, ""]\n')
    done = mkdocs(
        tmp_path, "build", "--strict", SOURCE_DATE_EPOCH="0", SITE_ADDRESS="", NO_COLOR="abc", COLUMNS="abc",
        TMPDIR="/no/such/folder", PAGEFIND_SITE="abc", DOSSIER_CHROMIUM="abc", _DOSSIER_COMPLETE="abc",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "people" / "vladimir-putin" / "index.html").is_file()


def test_the_preview_of_a_configuration_that_is_refused_ends_at_once(tmp_path: Path) -> None:
    Site(tmp_path, DOSSIER, f"{CONFIG}dev_addr: 127.0.0.1:0\n".replace("- dossier", "- dossier\n  - dossier"))
    done = mkdocs(tmp_path, "serve")
    assert done.returncode == 1
    assert done.stderr.count("more than once") == 1
    assert "Traceback" not in done.stderr


def mkdocs(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a folder, as its command does."""
    return run(MKDOCS, *arguments, folder=folder, variables={**os.environ, **variables}, patience=120)


@pytest.mark.parametrize(
    "site_dir",
    [".", "..", "content", "content/site", "content/people", "overrides", "overrides/site", "types", "to-content",
     "to-content/site", "to-overrides", "to-here"],
)  # fmt: skip
def test_a_folder_for_the_site_that_holds_what_is_written_by_hand_is_refused(
    tmp_path: Path, site_dir: str
) -> None:
    folder = tmp_path / "around" / "site"
    folder.mkdir(parents=True)
    options = CONFIG.replace("{name: material,", "{name: material, custom_dir: overrides,")
    options = options.replace("- dossier", "- dossier: {schema_dir: types}")
    site = Site(folder, DOSSIER, f"{options}site_dir: {site_dir}\n")
    site.write("-- overrides/a.html --\nA\n-- types/README.md --\nA\n")
    for name, target in (("to-content", "content"), ("to-overrides", "overrides"), ("to-here", ".")):
        (folder / name).symlink_to(folder / target)
    written = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises((Abort, BuildError)):
        site.build()
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == written
    told = [text for level, text in site.messages if level == "ERROR"]
    assert len(told) == 1
    assert "site_dir" in told[0]
