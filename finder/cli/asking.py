"""Commands that ask the published trials: `search` and `match`."""

import json
from typing import IO

import click

from finder.cli.options import need_content, progress, with_settings
from finder.content.catalogue import TrialEntry
from finder.core.registry import RegistryTrial
from finder.core.statuses import shown_status
from finder.formats.matching_json import BadAnswers, match_as_json, read_answers
from finder.formats.search_json import search_as_json, title_of
from finder.formats.trec import DEPTH, BadQueries, document_id, ranking, read_queries
from finder.search.searching import LONGEST_QUERY, PER_PAGE, QueryTooLong, SearchRequest, SearchResult
from finder.serving.watching import outcome_in_words
from finder.settings import Settings
from finder.snapshot import NoSnapshot, Snapshot, Snapshots
from finder.snapshot.publishing import publish_content
from finder.wording.statuses import dated, family_label

MOST_PRINTED = 1000
"""How many trials `--json` prints at most."""

Found = tuple[SearchResult, list[TrialEntry | RegistryTrial]]


@click.command()
@click.argument("words", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print everything that was found as JSON.")
@click.option("--queries", type=click.File("rb"), metavar="FILE", help="A query a line: a number, a tab, its words.")
@click.option("--run", type=click.File("w", "utf-8"), metavar="OUT", help="Where their rankings go, as TREC has them.")
@with_settings
def search(
    settings: Settings, words: tuple[str, ...], as_json: bool, queries: IO[bytes] | None, run: IO[str] | None
) -> None:
    """Search the published trials for WORDS."""
    if bool(queries) != bool(run) or bool(queries) == bool(words):
        raise click.UsageError("Give WORDS to search for, or both --queries FILE and --run OUT.")
    snapshot = current_snapshot(settings)
    if queries and run:
        _run(settings, snapshot, queries, run)
        return
    try:
        found = find_all(settings, snapshot, " ".join(words))
    except QueryTooLong as problem:
        raise click.ClickException(str(problem)) from problem
    click.echo(_as_json(settings, snapshot, found) if as_json else _as_text(settings, snapshot, found))


@click.command()
@click.argument("answers", type=click.File("rb"), metavar="ANSWERS.json")
@with_settings
def match(settings: Settings, answers: IO[bytes]) -> None:
    """Hold the answers in a JSON file against every published trial, and print the places as JSON."""
    try:
        data = json.loads(answers.read())
    except (ValueError, RecursionError) as error:
        raise click.ClickException(f"“{answers.name}” is not JSON: {error}.") from error
    snapshot = current_snapshot(settings)
    try:
        read = read_answers(data, snapshot.vocabularies)
    except BadAnswers as bad:
        raise click.ClickException(f"“{answers.name}” cannot be used.\n  " + "\n  ".join(bad.messages)) from bad
    click.echo(_printed(match_as_json(snapshot.trials(), read, snapshot.vocabularies)))


def current_snapshot(settings: Settings) -> Snapshot:
    """Return what is published; where nothing is yet, publish the content first."""
    snapshots = Snapshots(settings.instance)
    try:
        return snapshots.current()
    except NoSnapshot:
        with progress() as tell:
            content = need_content(settings)
            built = publish_content(content, settings.instance, today=settings.today(), progress=tell)
        if built.id is None:
            raise click.ClickException(f"Nothing is published yet.\n\n{outcome_in_words(built, '', 0)}") from None
        return snapshots.current()


def find_all(settings: Settings, snapshot: Snapshot, words: str) -> Found:
    """Search, and return what was found, up to a limit: the order is that of the pages."""
    request, fresh_days = SearchRequest(words=words), snapshot.site.fresh_days
    found = snapshot.search.find(request, today=settings.today(), fresh_days=fresh_days)
    slugs = snapshot.search.ranking(request, MOST_PRINTED, today=settings.today(), fresh_days=fresh_days)
    return found, [entry for slug in slugs if (entry := snapshot.found(slug))]


def _run(settings: Settings, snapshot: Snapshot, queries: IO[bytes], run: IO[str]) -> None:
    try:
        asked = read_queries(queries.read().decode("utf-8-sig"))
    except (BadQueries, UnicodeDecodeError) as problem:
        raise click.ClickException(f"“{queries.name}” cannot be read. {problem}") from problem
    ids = {entry.trial.slug: document_id(entry) for entry in snapshot.trials()}
    with progress() as tell:
        for number, (query, words) in enumerate(asked, start=1):
            tell(f"Query {number} of {len(asked)}")
            request = SearchRequest(words=words[:LONGEST_QUERY])
            slugs = snapshot.search.ranking(request, DEPTH, today=settings.today(), fresh_days=snapshot.site.fresh_days)
            run.writelines(f"{line}\n" for line in ranking(query, [ids.get(slug, slug.upper()) for slug in slugs]))
    click.echo(f"Wrote the rankings of {len(asked)} queries to {run.name}.")


def _as_json(settings: Settings, snapshot: Snapshot, found: Found) -> str:
    result, entries = found
    return _printed(search_as_json(result, entries, today=settings.today(), fresh_days=snapshot.site.fresh_days))


def _as_text(settings: Settings, snapshot: Snapshot, found: Found) -> str:
    """Return the first page as people read it: every trial with its dated status, and whom to ask."""
    result, entries = found
    lines = [f"Understood: {', '.join(one.words for one in result.understood)}"] if result.understood else []
    lines += [f"Did you mean: {result.did_you_mean}"] if result.did_you_mean else []
    lines += [f"Found {result.total} of {len(snapshot.slugs()) + len(snapshot.registry)} trials.", ""]
    if not entries:
        lines += ["That does not mean that there is no trial. Try other words, or fewer.", ""]
    for entry in entries[:PER_PAGE]:
        trial = entry if isinstance(entry, RegistryTrial) else entry.trial
        shown = shown_status(trial.recruitment, today=settings.today(), fresh_days=snapshot.site.fresh_days)
        mark = "  Not yet in plain language" if isinstance(entry, RegistryTrial) else ""
        lines += [f"{family_label(shown)} · {dated(shown)}", f"  {title_of(entry)}", f"  {trial.slug}{mark}", ""]
    if result.total > PER_PAGE:
        lines += [f"And {result.total - PER_PAGE} more: --json prints up to {MOST_PRINTED:,} of them.", ""]
    return "\n".join([*lines, "Ask your child’s doctor which of these, if any, to look into."])


def _printed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
