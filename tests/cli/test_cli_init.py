"""``dossier init``: what it writes, what it leaves alone, what it asks, what it refuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from small_sites import Site
from terminal import Terminal, plain

from dossier.cli import main

SOURCE = ("--install-from", "https://example.org/a/mkdocs-dossier@v1.0.0")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which commands run."""
    found = tmp_path / "grain-trade"
    found.mkdir()
    monkeypatch.chdir(found)
    return found


def init(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["init", *arguments])


def repository(branch: str) -> None:
    """Make the current folder a repository that is pushed to GitHub."""
    subprocess.run(("git", "init", "-q", "--initial-branch", branch), check=True)
    subprocess.run(("git", "remote", "add", "origin", "git@github.com:ada/grain.git"), check=True)


def contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def settings(folder: Path) -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    return found


def test_a_new_dossier_has_no_findings_builds_strictly_and_shows_what_it_says(folder: Path) -> None:
    result = init(*SOURCE, "--repository", "ada/grain")
    assert result.exit_code == 0, result.output
    checked = CliRunner().invoke(main, ["check", "--strict"])
    assert (checked.exit_code, checked.output) == (0, "no findings\n")
    listed = CliRunner().invoke(main, ["mentions", "mara-lind", "--json"])
    words = [each["words"] for each in json.loads(listed.stdout)]
    assert words == ["Mara Lind", "foreign minister of Northland", "Lind"]
    site = Site(folder, config=None).build(strict=True)
    assert site.messages == []
    article = site.soup("articles/harbour-accord-signed/index.html")
    dates = {each.text: each["data-edtf"] for each in article.select(".dossier-text time")}
    assert dates["two days earlier"] == "2022-06-12"
    assert dates["April"] == "2022-04"
    link = article.find("a", string="the document")
    assert link is not None
    assert link["data-id"] == "harbour-accord"
    assert article.select(".dossier-text .admonition, .dossier-text .footnote")


def test_without_the_sample_there_is_nothing_to_find_either(folder: Path) -> None:
    assert init(*SOURCE, "--bare").exit_code == 0
    checked = CliRunner().invoke(main, ["check", "--strict"])
    assert (checked.exit_code, checked.output) == (0, "no findings\n")
    site = Site(folder, config=None).build(strict=True)
    assert site.messages == []
    assert "articles/harbour-accord-signed/index.html" not in site.pages


def test_defaults_come_from_the_folder(folder: Path) -> None:
    repository("trunk")
    assert init(*SOURCE).exit_code == 0
    found = settings(folder)
    assert found["edit_uri"] == "edit/trunk/content/"
    workflow = yaml.load(Path(".github/workflows/site.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert workflow["on"]["push"]["branches"] == ["trunk"]
    assert found["site_name"] == "Grain trade"
    assert found["repo_url"] == "https://github.com/ada/grain"
    assert found["site_url"] == "https://ada.github.io/grain/"


def test_another_host_and_theme_are_written_with_what_installs_them(folder: Path) -> None:
    result = init(*SOURCE, "--bare", "--host", "properdocs", "--theme", "materialx")
    assert result.exit_code == 0, result.output
    assert not Path("mkdocs.yml").exists()
    assert yaml.safe_load(Path("properdocs.yml").read_text("utf-8"))["theme"]["name"] == "materialx"
    # Neither is installed here.
    steps = result.stderr.partition("\nNext:\n")[2].splitlines()
    assert [step.strip() for step in steps[:3]] == [
        "pip install -r requirements.txt",
        "pip uninstall --yes mkdocs-material",
        "pip install --force-reinstall --no-deps -r requirements-theme.txt",
    ]
    assert "pip install" not in init("usual", *SOURCE, "--bare").stderr
    checked = CliRunner().invoke(main, ["check", "--strict"])
    assert (checked.exit_code, checked.output) == (0, "no findings\n")
    built = CliRunner().invoke(main, ["build", "--site-dir", "public"])
    assert (built.exit_code, built.stdout) == (2, "")
    assert built.stderr.startswith("Error: properdocs.yml is for ProperDocs, which is not installed here; ")


def test_within_another_repository_it_warns_and_takes_nothing_from_it(folder: Path) -> None:
    repository("main")
    result = init("below", *SOURCE)
    assert result.exit_code == 0
    assert f"This folder is part of the repository {folder}." in result.stderr
    assert "repo_url" not in settings(folder / "below")


def test_a_folder_that_does_not_exist_is_made(folder: Path) -> None:
    result = init("over/here", *SOURCE, "--title", "A", "--topic", "On  grain.", "--language", "PT-br")
    assert result.exit_code == 0, result.output
    assert 'cd "over/here"' in result.stderr
    assert "rules of English" in result.stderr
    assert settings(folder / "over/here")["theme"]["language"] == "pt-BR"  # type: ignore[index]
    assert (folder / "over/here/content/index.md").read_text(encoding="utf-8").startswith("On grain.\n")


def test_what_is_there_stays_as_it_is(folder: Path) -> None:
    Path("README.md").write_text("Mine.\n", encoding="utf-8")
    Path(".gitignore").write_text("*.tmp\n", encoding="utf-8")
    Path(".vscode").mkdir()
    Path(".vscode/dossier.code-snippets").write_text("{}", encoding="utf-8")
    Path("content/people").mkdir(parents=True)
    Path("content/people/ada.md").write_text("---\ntitle: Ada Example\n---\n", encoding="utf-8")
    before = contents(folder)
    result = init(*SOURCE)
    assert result.exit_code == 0, result.output
    assert contents(folder).items() > before.items()
    assert "These files existed and stay as they are: README.md, .gitignore\n" in result.stderr
    assert "Add two lines to .gitignore: /site/ and /.venv/" in result.stderr
    assert "README.md says" not in result.stderr
    # A sample would mix with what the editor has written.
    assert not Path("content/articles/harbour-accord-signed.md").exists()


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml"])
def test_a_folder_with_a_site_is_refused(folder: Path, name: str) -> None:
    Path(name).write_text("site_name: Mine\n", encoding="utf-8")
    result = init(*SOURCE)
    assert result.exit_code == 2
    assert f"{name} exists, so this folder has a site; choose another folder" in result.stderr
    assert list(contents(folder)) == [name]


def test_what_could_not_be_finished_can_be_tried_again(folder: Path) -> None:
    Path(".github").write_text("in the way", encoding="utf-8")
    assert init(*SOURCE).exit_code == 3
    Path(".github").unlink()
    assert init(*SOURCE).exit_code == 0
    assert Path("mkdocs.yml").exists()


def test_nothing_is_written_through_a_link(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    Path("content").symlink_to(outside, target_is_directory=True)
    result = init(*SOURCE)
    assert result.exit_code == 3
    assert "symbolic link" in result.stderr
    assert not list(outside.iterdir())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--language", "ukr"), "the theme has no language “ukr”; did you mean “uk”?"),
        (("--repository", "grain"), "“grain” is not the address of a repository such as https://github.com/"),
        (("--install-from", "../here"), "“../here” is not an address of a Git repository"),
    ],
)
def test_wrong_values_are_refused_before_anything_is_written(
    folder: Path, arguments: tuple[str, ...], says: str
) -> None:
    result = init(*SOURCE, *arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert not contents(folder)


def test_on_a_terminal_it_asks(folder: Path) -> None:
    terminal = Terminal(folder, "init", *SOURCE)
    for question, answer in (
        ("Title [Grain trade]: ", "Grain"),
        ("Topic, in a sentence (may stay empty): ", ""),
        ("Language [en]: ", "uk"),
        ("Address of its repository (may stay empty): ", "grain"),
        ("such as https://github.com/name/dossier", "ada/grain"),
    ):
        terminal.wait_for(question)
        terminal.type(f"{answer}\n")
    assert terminal.end() == 0, terminal.shown
    assert "dossier serve" in plain(terminal.shown)
    assert settings(folder)["site_name"] == "Grain"
    requirement = (folder / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert requirement == f"mkdocs-dossier @ git+{SOURCE[1]}"


def test_interrupted_at_a_question_nothing_is_there(folder: Path) -> None:
    terminal = Terminal(folder, "init", *SOURCE)
    terminal.wait_for("Title")
    terminal.interrupt()
    assert terminal.end() == 130
    assert not contents(folder)


def test_completions_offer_the_ids_of_the_sample(folder: Path) -> None:
    assert init(*SOURCE).exit_code == 0
    snippets = Path(".vscode/dossier.code-snippets").read_text(encoding="utf-8")
    assert "mara-lind" in snippets
    assert json.loads(Path(".vscode/tasks.json").read_text(encoding="utf-8"))["version"] == "2.0.0"
    ignored = Path(".gitignore").read_text(encoding="utf-8")
    assert "/.vscode/dossier.code-snippets\n" in ignored


def test_build_and_serve_pass_options_on_and_end_as_mkdocs_ends(folder: Path) -> None:
    assert init(*SOURCE).exit_code == 0
    environment = {name: value for name, value in os.environ.items() if name != "NO_MKDOCS_2_WARNING"}
    for name in ("one", "two"):
        Path(f"content/people/{name}.md").write_text("---\ntitle: Bo Sample\n---\n", encoding="utf-8")
    Path("content/index.md").write_text("Bo Sample may be either.\n", encoding="utf-8")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        program = Path(sys.executable).with_name("dossier")
        command = (program, *words)
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    stopped = run("--color", "build", "--site-dir", "public")
    assert stopped.returncode == 1
    # MkDocs wraps lines where it uses colour.
    assert "“Bo Sample” may be" in " ".join(stopped.stderr.split())
    assert "end of life" not in stopped.stderr
    assert "\x1b[" in stopped.stderr
    assert run("serve", "--no-such-option").returncode == 2
