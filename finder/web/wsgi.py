"""The application as a server imports it: `finder.web.wsgi:app`, with its settings from the environment."""

from finder.settings import Settings
from finder.web.app import create_app

app = create_app(Settings.from_environment())
