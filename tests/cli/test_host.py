"""What the commands read from mkdocs.yml, compared with what MkDocs itself makes of the same file."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config

from dossier.cli import main
from dossier.cli.building import NoHostError, chosen_host, refuse_missing_theme
from dossier.cli.host import Host, host_of, read_host
from dossier.cli.reading import markdown_options
from dossier.model.hosts import MATERIAL, MKDOCS, PROGRAMS, PROPERDOCS, HostProgram

ROOT = Path(__file__).parents[2]
WriteFiles = Callable[[str], Path]
INHERITED = """
-- shared/base.yml --
site_name: Base
theme: {name: material}
markdown_extensions:
  attr_list: {}
  toc: {permalink: true, toc_depth: 3}
extra: {kept: 1}
-- mkdocs.yml --
INHERIT: shared/base.yml
site_name: Above
docs_dir: texts
markdown_extensions:
  toc: {toc_depth: !ENV [DEPTH, 4], slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  md_in_html: {}
  pymdownx.emoji:
    emoji_index: !!python/name:material.extensions.emoji.twemoji
    emoji_generator: !!python/name:material.extensions.emoji.to_svg
  pymdownx.snippets: {base_path: [!relative $config_dir/parts, !relative $docs_dir]}
plugins:
  - search
  - dossier: {schema_dir: types, trusted_authors: true, checks: severities.yaml}
-- severities.yaml --
-- texts/index.md --
-- types/vessel.yaml --
"""


def test_inherited_named_and_variable_settings_are_those_of_mkdocs(
    write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_files(INHERITED)
    monkeypatch.setenv("DEPTH", "5")
    host = read_host(folder / "mkdocs.yml")
    theirs = load_config(str(folder / "mkdocs.yml"))
    assert list(host.extensions) == theirs.markdown_extensions
    # The plugin adds the default extensions there, the commands here.
    theirs = theirs.plugins.on_config(theirs)
    ours = markdown_options(host)
    assert {"toc", "footnotes", "pymdownx.emoji"} < set(theirs.markdown_extensions)
    assert list(ours.extensions) == theirs.markdown_extensions
    assert ours.configs["toc"] | {"slugify": None} == theirs.mdx_configs["toc"] | {"slugify": None}
    assert ours.configs["toc"]["slugify"]("A B", "-") == theirs.mdx_configs["toc"]["slugify"]("A B", "-")
    assert ours.configs["pymdownx.tilde"] == theirs.mdx_configs["pymdownx.tilde"] == {"subscript": False}
    assert ours.configs["pymdownx.emoji"] == theirs.mdx_configs["pymdownx.emoji"]
    [parts, sources] = ours.configs["pymdownx.snippets"]["base_path"]
    assert Path(parts) == Path(theirs.mdx_configs["pymdownx.snippets"]["base_path"][0])
    assert Path(sources) == Path(theirs.docs_dir)
    assert host.content == Path(theirs.docs_dir)
    assert host.schema == folder / "types"
    assert host.checks == folder / "severities.yaml"
    assert host.is_trusted
    assert host.unknown == ()
    assert host.files == (folder / "mkdocs.yml", folder / "shared/base.yml")


@pytest.mark.parametrize(
    "extensions",
    [
        "",
        "markdown_extensions: [smarty, toc, {footnotes: {BACKLINK_TEXT: up}}]",
        "markdown_extensions: {abbr: null}",
    ],
)
def test_lists_of_extensions_are_those_of_mkdocs(extensions: str, write_files: WriteFiles) -> None:
    folder = write_files(f"-- mkdocs.yml --\nsite_name: X\n{extensions}\n-- docs/index.md --\n")
    ours, theirs = markdown_options(read_host(folder / "mkdocs.yml")), load_config(str(folder / "mkdocs.yml"))
    assert list(ours.extensions) == theirs.markdown_extensions
    assert ours.configs == theirs.mdx_configs


def test_the_default_extensions_can_be_turned_off(write_files: WriteFiles) -> None:
    folder = write_files(
        "-- mkdocs.yml --\nsite_name: X\nplugins: [{dossier: {default_extensions: false}}]\n"
        "theme: material\n-- docs/index.md --\n-- types/vessel.yaml --\n"
    )
    ours, theirs = markdown_options(read_host(folder / "mkdocs.yml")), load_config(str(folder / "mkdocs.yml"))
    theirs = theirs.plugins.on_config(theirs)
    assert list(ours.extensions) == theirs.markdown_extensions == ["toc", "tables", "fenced_code"]


def test_the_extension_of_a_host_without_plugins_is_not_doubled(write_files: WriteFiles) -> None:
    folder = write_files(
        "-- mkdocs.yml --\nsite_name: X\ndocs_dir: docs\n"
        "markdown_extensions: [tables, {dossier: {content: docs/dossier, schema_dir: types}}]\n"
    )
    host = read_host(folder / "mkdocs.yml")
    assert "dossier" not in markdown_options(host).extensions
    assert host.schema == folder / "types"
    assert host.content == folder / "docs/dossier"


WRONG = {
    "no YAML": ("site_name: [", "mkdocs.yml:2: YAML: "),
    "no mapping": ("- a", "this is not the configuration of a site"),
    "another file": ("checks: {}", "it has no site_name"),
    "unknown tag": ("site_name: X\nextra: !!python/object:os.system x", "mkdocs.yml:2: YAML: "),
    "no list": ("site_name: X\nmarkdown_extensions: toc", "markdown_extensions is not a list"),
    "no name": ("site_name: X\nplugins: [[search]]", "plugins has an entry that is not a name"),
    "missing parent": ("INHERIT: gone.yml\nsite_name: X", "gone.yml: the file cannot be read"),
    "circle": ("INHERIT: mkdocs.yml\nsite_name: X", "inherit from each other in a circle"),
    "unknown extension": (
        "site_name: X\nmarkdown_extensions: [nowhere.at_all]",
        "“nowhere.at_all” cannot be loaded",
    ),
    "unknown object": (
        "site_name: X\nmarkdown_extensions:\n  - toc:\n      slugify: !!python/name:nowhere.at_all",
        "“nowhere.at_all” in the options of “toc” cannot be loaded",
    ),
    "wrong option": ("site_name: X\nmarkdown_extensions: [{toc: {nothing: 1}}]", "“toc” cannot be loaded"),
}


@pytest.mark.parametrize(("text", "told"), WRONG.values(), ids=WRONG)
def test_a_wrong_configuration_is_told_in_one_line(text: str, told: str, write_files: WriteFiles) -> None:
    folder = write_files(f"-- mkdocs.yml --\n{text}\n-- content/people/ada.md --\n---\ntitle: Ada\n---\n")
    result = CliRunner().invoke(
        main, ["check", "--content", str(folder / "content"), "--config", str(folder / "mkdocs.yml")]
    )
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert "mkdocs.yml" in result.stderr or "gone.yml" in result.stderr


def test_nothing_that_a_file_names_is_loaded_before_it_is_needed(write_files: WriteFiles) -> None:
    folder = write_files(
        "-- mkdocs.yml --\nsite_name: X\ndocs_dir: content\n"
        "markdown_extensions:\n  - toc:\n      slugify: !!python/name:antigravity.open\n-- content/index.md --\n"
    )
    script = (
        "import sys\nfrom dossier.cli import main\n"
        "main(['new', 'person', 'Ada'], standalone_mode=False)\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('mkdocs', 'antigravity')])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
        stdin=subprocess.DEVNULL,
    )
    assert result.stdout.splitlines()[-1] == "[]"


def test_the_commands_do_not_import_mkdocs(write_files: WriteFiles) -> None:
    folder = write_files(
        "-- mkdocs.yml --\nsite_name: X\ndocs_dir: content\nplugins: [dossier]\n"
        "-- content/people/ada.md --\n---\ntitle: Ada\n---\n"
    )
    script = (
        "import sys\nfrom dossier.cli import main\nfor name in ('check', 'suggest'):\n"
        "    main([name], standalone_mode=False)\nmain(['show', 'ada'], standalone_mode=False)\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('mkdocs', 'mkdocs_dossier')])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=folder
    )
    assert result.stdout.splitlines()[-1] == "[]"


HOOKED = """
-- mkdocs.yml --
site_name: X
docs_dir: texts
plugins: [dossier, material/search, macros]
hooks: [hook.py]
-- texts/people/ada.md --
---
title: Ada Moss
---
-- texts/articles/a.md --
---
title: A
date: 2021-01-01
---
Ada Moss spoke.
"""


@pytest.mark.parametrize(
    "command", [("check",), ("mentions", "ada", "--json"), ("show", "ada", "--json"), ("suggest", "--json")]
)
def test_what_only_a_build_can_tell_is_said(
    command: tuple[str, ...], write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_files(HOOKED))
    result = CliRunner().invoke(main, command)
    assert result.stderr.startswith(
        "mkdocs.yml: macros, hook.py may change texts or add Markdown extensions; only a build can tell how\n"
    )
    if "--json" in command:
        json.loads(result.stdout)


def test_the_folder_of_the_sources_is_found_by_itself(
    write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_files(HOOKED))
    result = CliRunner().invoke(main, ["mentions", "ada"])
    assert "texts/articles/a.md:5:1" in result.stdout


def test_a_configuration_of_another_folder_is_not_used(
    write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_files(HOOKED + "-- other/people/eve.md --\n---\ntitle: Eve\n---\n-- beside/x --\n")
    monkeypatch.chdir(folder)
    assert host_of(Path("other")) == Host()
    assert CliRunner().invoke(main, ["show", "eve", "--content", "other"]).stderr == ""
    monkeypatch.chdir(folder / "beside")
    assert host_of(Path("../texts")).unknown == ("macros", "hook.py")


BOTH = ("mkdocs", "properdocs", "material")
# Files in the folder, options, the chosen host, installed modules: the host that runs, and its options.
CHOICES = {
    "MkDocs' own": ("mkdocs.yml", "-q", None, BOTH, MKDOCS, "-q"),
    "ProperDocs' own": ("properdocs.yml", "-q", None, BOTH, PROPERDOCS, "-q"),
    "both files": ("mkdocs.yml properdocs.yaml", "", None, BOTH, PROPERDOCS, ""),
    "no file": ("", "", None, BOTH, MKDOCS, ""),
    "only ProperDocs": ("mkdocs.yaml", "-q", None, BOTH[1:], PROPERDOCS, "--config-file mkdocs.yaml -q"),
    "chosen MkDocs": ("properdocs.yml", "", MKDOCS, BOTH, MKDOCS, "--config-file properdocs.yml"),
    "chosen MkDocs, both files": ("mkdocs.yml properdocs.yml", "", MKDOCS, BOTH, MKDOCS, ""),
    "chosen ProperDocs": ("mkdocs.yml", "", PROPERDOCS, BOTH, PROPERDOCS, "--config-file mkdocs.yml"),
    "named": ("mkdocs.yml", "-f a/properdocs.yml", None, BOTH, PROPERDOCS, "-f a/properdocs.yml"),
    "named at once": ("", "-qfproperdocs.b.yml", None, BOTH, PROPERDOCS, "-qfproperdocs.b.yml"),
    "named in full": ("properdocs.yml", "--config-file=b.yml", None, BOTH, MKDOCS, "--config-file=b.yml"),
    "named twice": ("", "-f b.yml --config-file properdocs.yml", None, BOTH, PROPERDOCS,
                    "-f b.yml --config-file properdocs.yml"),
    "a folder that begins with f": ("mkdocs.yml", "-dfproperdocs.yml", None, BOTH, MKDOCS, "-dfproperdocs.yml"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("files", "options", "chosen", "installed", "host", "passed_on"), CHOICES.values(), ids=CHOICES
)
def test_the_host_is_the_one_for_which_the_configuration_is_written(
    files: str, options: str, chosen: HostProgram | None, installed: tuple[str, ...], host: HostProgram,
    passed_on: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    for file in files.split():
        Path(file).write_text("site_name: X\n", encoding="utf-8")
    found = chosen_host(options.split(), chosen, installed.__contains__)
    assert found == (host, tuple(passed_on.split()))


@pytest.mark.parametrize(
    ("options", "chosen", "installed", "told"),
    [
        ("", None, ("mkdocs", "material"), "properdocs.yml is for ProperDocs, which is not installed here; run: pip install \"properdocs>=1.6.7,<2\""),
        ("-f mkdocs.yml", None, (), "MkDocs is not installed here; run: pip install \"mkdocs>=1.6,<2\" \"mkdocs-material>=9.6,<10\""),
        ("-f mkdocs.yml", "properdocs", ("mkdocs", "material"), "ProperDocs is not installed here; run: pip install \"properdocs>=1.6.7,<2\""),
        ("", "mkdocs", ("properdocs", "material"), "MkDocs is not installed here; run: pip install \"mkdocs>=1.6,<2\""),
        ("-f x.yml", "properdocs", (), "ProperDocs is not installed here; run: pip install \"properdocs>=1.6.7,<2\" \"mkdocs-materialx>=10.2.2,<11\""),
    ],
)  # fmt: skip
def test_a_host_that_is_not_installed_is_named(
    options: str, chosen: str | None, installed: tuple[str, ...], told: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    Path("properdocs.yml").write_text("site_name: X\n", encoding="utf-8")
    Path("x.yml").write_text("site_name: X\ntheme: {name: materialx}\n", encoding="utf-8")
    with pytest.raises(NoHostError) as refused:
        chosen_host(options.split(), PROGRAMS[chosen] if chosen else None, installed.__contains__)
    assert str(refused.value) == told


@pytest.mark.parametrize(
    "theme",
    [
        "material",
        "of-our-own",
        "{name: null, custom_dir: theme}",
        "materialx\nhooks: 5\nx: !!int a",
        "&a [*a]",
    ],
)
def test_a_host_starts_with_a_theme_that_is_installed_or_not_known(theme: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: X\ntheme: {theme}\n", encoding="utf-8")
    refuse_missing_theme(tmp_path / "mkdocs.yml")


def test_a_theme_that_is_not_installed_is_named_before_a_host_starts(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: X\ntheme: materialx\n", encoding="utf-8")
    (tmp_path / "above.yml").write_text("INHERIT: mkdocs.yml\nhooks: 5\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "-f", str(tmp_path / "above.yml")])
    told = 'the theme MaterialX is not installed here; run: pip install "mkdocs-materialx>=10.2.2,<11"'
    assert (result.exit_code, result.stderr) == (2, f"Error: {told}\n")


def test_the_versions_of_hosts_and_themes_are_those_that_this_package_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {MKDOCS.requirement, MATERIAL.requirement} <= set(project["project"]["dependencies"])


def test_the_configuration_of_properdocs_is_read(
    write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_files(HOOKED.replace("mkdocs.yml", "properdocs.yml") + "-- mkdocs.yml --\nsite_name: X\n")
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, ["mentions", "ada"])
    assert result.stderr.startswith("properdocs.yml: macros, hook.py may change texts")
    assert "texts/articles/a.md:5:1" in result.stdout
    monkeypatch.chdir(folder.parent)
    assert host_of(folder / "texts").files == (folder / "properdocs.yml",)


def test_a_file_that_a_plugin_reads_is_not_reported_as_unread(
    write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = "-- content/.order.yml --\nnav: []\n-- content/people/order.yml --\nx: 1\n-- mkdocs.yml --\n"
    folder = write_files(f"{archive}site_name: X\ndocs_dir: content\nplugins: [dossier, awesome-nav]\n")
    monkeypatch.chdir(folder)
    told = CliRunner().invoke(main, ["check"]).stdout
    assert "content/.order.yml:1:1: file-not-read" in told
    assert "content/people/order.yml:1:1: file-not-published" in told
    for name, code in ((".order.yml", "file-not-read"), ("order.yml", "file-not-published")):
        with (folder / "mkdocs.yml").open("w", encoding="utf-8") as file:
            file.write("site_name: X\ndocs_dir: content\n")
            file.write(f"plugins: [dossier, {{awesome-nav: {{filename: {name}}}}}]\n")
        assert code not in CliRunner().invoke(main, ["check"]).stdout
