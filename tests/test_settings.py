from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from finder.settings import BadSettings, Settings

PROJECT = Path(__file__).parent.parent


def test_without_any_variable_everything_is_the_checkouts_own():
    assert Settings.from_environment({}) == Settings(
        content=PROJECT / "content",
        instance=PROJECT / ".finder",
        translations=PROJECT / "translations",
        static=PROJECT / "static",
    )


def test_folders_come_from_the_environment(tmp_path):
    environment = {"FINDER_CONTENT": str(tmp_path / "content"), "FINDER_INSTANCE": str(tmp_path / "instance")}
    settings = Settings.from_environment(environment)
    assert (settings.content, settings.instance) == (tmp_path / "content", tmp_path / "instance")
    assert settings.static == PROJECT / "static"


def test_a_folder_given_goes_before_its_variable(tmp_path):
    environment = {"FINDER_CONTENT": "elsewhere", "FINDER_INSTANCE": "elsewhere"}
    settings = Settings.from_environment(environment, content=tmp_path / "content", instance=tmp_path / "instance")
    assert (settings.content, settings.instance) == (tmp_path / "content", tmp_path / "instance")


def test_two_content_folders_never_share_their_snapshots(tmp_path):
    assert Settings.from_environment({}, content=tmp_path / "content").instance == tmp_path / ".finder"


def test_folders_are_absolute_so_that_workers_find_them(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = Settings.from_environment({"FINDER_CONTENT": "here", "FINDER_INSTANCE": "there"})
    assert (settings.content, settings.instance) == (tmp_path / "here", tmp_path / "there")


def test_an_installed_package_works_in_the_folder_that_holds_content(tmp_path, monkeypatch):
    monkeypatch.setattr("finder.settings._CHECKOUT", tmp_path / "site-packages")
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    settings = Settings.from_environment({})
    assert (settings.content, settings.translations) == (tmp_path / "content", tmp_path / "translations")


def test_without_any_content_folder_the_error_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr("finder.settings._CHECKOUT", tmp_path / "site-packages")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadSettings) as bad:
        Settings.from_environment({})
    assert str(bad.value) == (
        f"There is no content folder in “{tmp_path}”. "
        "Go to the folder that holds it, or name it with --content FOLDER or the variable FINDER_CONTENT."
    )


def test_a_site_whose_content_folder_is_gone_still_has_settings(tmp_path, monkeypatch):
    monkeypatch.setattr("finder.settings._CHECKOUT", tmp_path / "site-packages")
    monkeypatch.chdir(tmp_path)
    assert Settings.from_environment({"FINDER_CONTENT": str(tmp_path / "gone")}).static == tmp_path / "static"


def test_keys_stand_one_after_the_other():
    keys = (Fernet.generate_key().decode(), Fernet.generate_key().decode())
    assert Settings.from_environment({"FINDER_ANSWER_KEYS": f" {keys[0]}\n{keys[1]} "}).answer_keys == keys


@pytest.mark.parametrize("written", ["secret", "é" * 44, "=" * 44, "a" * 43 + "*", Fernet.generate_key().decode()[:-1]])
def test_what_is_no_key_is_refused_without_printing_it(written):
    with pytest.raises(BadSettings) as bad:
        Settings.from_environment({"FINDER_ANSWER_KEYS": f"{Fernet.generate_key().decode()} {written}"})
    assert str(bad.value) == (
        "Key 2 in the variable FINDER_ANSWER_KEYS is not a Fernet key. "
        "A key is 44 letters, figures, “-”, “_” and “=”, and a space stands between two keys."
    )


@pytest.mark.parametrize(
    ("written", "behind_proxy"), [("", False), ("no", False), ("0", False), ("yes", True), ("1", True), ("True", True)]
)
def test_a_choice_is_yes_or_no(written, behind_proxy):
    assert Settings.from_environment({"FINDER_BEHIND_PROXY": written}).behind_proxy is behind_proxy


def test_any_other_choice_is_refused():
    with pytest.raises(BadSettings) as bad:
        Settings.from_environment({"FINDER_BEHIND_PROXY": "maybe"})
    assert str(bad.value) == "The variable FINDER_BEHIND_PROXY is “maybe”. Write “yes” or “no”."


@pytest.mark.parametrize("written", ["many", "-1", "1.5", "٣", "1" * 9])
def test_a_number_is_written_in_figures(written):
    with pytest.raises(BadSettings) as bad:
        Settings.from_environment({"FINDER_REQUESTS_PER_MINUTE": written})
    assert str(bad.value) == (
        f"The variable FINDER_REQUESTS_PER_MINUTE is “{written}”. Write a whole number, or leave it out."
    )


def test_settings_travel_to_another_process_by_the_environment(tmp_path):
    given = {
        "FINDER_CONTENT": str(tmp_path / "content"),
        "FINDER_INSTANCE": str(tmp_path / "instance"),
        "FINDER_ANSWER_KEYS": Fernet.generate_key().decode(),
        "FINDER_BEHIND_PROXY": "yes",
        "FINDER_STYLEGUIDE": "no",
        "FINDER_HOSTS": "www.trials.example.org finder.internal.example",
        "FINDER_REQUESTS_PER_MINUTE": "0",
        "FINDER_COUNTS": "shared-counts:///run/finder/counts",
        "FINDER_ACCESS_LOG": "yes",
        "FINDER_READY_DAYS": "30",
    }
    settings = Settings.from_environment(given)
    assert settings.as_environment() == given
    assert Settings.from_environment(settings.as_environment()) == settings
