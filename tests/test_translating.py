import pytest
from babel.messages.pofile import read_po

from finder.wording.translating import gather, is_up_to_date, update_translations

DUTCH = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: nl\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Not open yet"
msgstr "Nog niet open"

msgid "A sentence that is no more"
msgstr "Een zin die er niet meer is"
"""


@pytest.fixture
def dutch(tmp_path):
    path = tmp_path / "nl" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text(DUTCH, encoding="utf-8")
    return path


def read(path):
    with path.open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def test_sentences_are_gathered_from_code_and_templates():
    places = {place for message in gather() for place, _ in message.locations}
    assert "finder/wording/statuses.py" in places
    assert any(place.startswith("finder/web/templates/") for place in places)


def test_a_translation_gets_new_sentences_and_keeps_what_is_translated(tmp_path, dutch):
    said = update_translations(tmp_path)
    sentences = read(dutch)
    assert sentences["Not open yet"] == "Nog niet open"
    assert sentences["Paused"] == ""
    assert "A sentence that is no more" not in sentences
    assert said == [
        f"{len(sentences)} sentences in {tmp_path / 'messages.pot'}",
        f"{len(sentences) - 1} of them to be translated in {dutch}",
    ]


def test_an_update_that_changes_nothing_leaves_the_files_alone(tmp_path, dutch):
    update_translations(tmp_path)
    before = [path.stat().st_mtime_ns for path in (tmp_path / "messages.pot", dutch)]
    update_translations(tmp_path)
    assert [path.stat().st_mtime_ns for path in (tmp_path / "messages.pot", dutch)] == before


def test_a_template_is_up_to_date_when_it_holds_every_sentence(tmp_path):
    assert not is_up_to_date(tmp_path, gather())
    update_translations(tmp_path)
    assert is_up_to_date(tmp_path, gather())
    path = tmp_path / "messages.pot"
    path.write_text(path.read_text("utf-8").replace("Not open yet", "Not open"), "utf-8")
    assert not is_up_to_date(tmp_path, gather())
