"""The interface's sentences, as translators get them."""

import shutil

from babel.messages.pofile import read_po

from finder.wording.translating import update_translations
from tests.conftest import PROJECT

TEMPLATE = PROJECT / "translations" / "messages.pot"


def messages(path):
    with path.open("rb") as file:
        return {message.id for message in read_po(file) if message.id}


def test_the_template_holds_every_sentence_of_the_interface(tmp_path):
    shutil.copytree(PROJECT / "translations", tmp_path / "translations")
    update_translations(tmp_path / "translations")
    assert messages(tmp_path / "translations" / "messages.pot") == messages(TEMPLATE), "run: finder translations update"


def test_no_sentence_of_the_interface_holds_html():
    texts = [one if isinstance(one, str) else one[0] for one in messages(TEMPLATE)]
    assert [text for text in texts if "<" in text] == []
