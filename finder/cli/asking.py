"""Commands that ask the published trials: `search` and `match`."""

import json
from typing import IO

import click

from finder.cli.options import need_content, progress, with_settings
from finder.content.catalogue import TrialEntry
from finder.core.statuses import shown_status
from finder.matching_json import BadAnswers, match_as_json, read_answers
from finder.search.searching import LONGEST_QUERY, PER_PAGE, QueryTooLong, SearchRequest, SearchResult
from finder.search_json import search_as_json
from finder.settings import Settings
from finder.snapshot import NoSnapshot, Snapshot, Snapshots
from finder.snapshot.publishing import publish_content
from finder.trec import DEPTH, BadQueries, ranking, read_queries
from finder.watching import outcome_in_words
from finder.wording.statuses import dated, family_label

Found = tuple[SearchResult, list[TrialEntry]]


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


def find_all(settings: Settings, snapshot: Snapshot, words: str, most: int = DEPTH) -> Found:
    """Search, and return the trials of every page of what was found, up to `most`."""
    slugs: list[str] = []
    page = pages = 1
    while page <= pages and len(slugs) < most:
        request = SearchRequest(words=words, page=page)
        found = snapshot.search.find(request, today=settings.today(), fresh_days=snapshot.site.fresh_days)
        slugs += [hit.slug for hit in found.hits]
        page, pages = page + 1, found.pages
    return found, [entry for slug in slugs[:most] if (entry := snapshot.trial(slug))]


def _run(settings: Settings, snapshot: Snapshot, queries: IO[bytes], run: IO[str]) -> None:
    try:
        asked = read_queries(queries.read().decode("utf-8-sig"))
    except (BadQueries, UnicodeDecodeError) as problem:
        raise click.ClickException(f"“{queries.name}” cannot be read. {problem}") from problem
    with progress() as tell:
        for number, (query, words) in enumerate(asked, start=1):
            tell(f"Query {number} of {len(asked)}")
            _, entries = find_all(settings, snapshot, words[:LONGEST_QUERY])
            run.writelines(f"{line}\n" for line in ranking(query, entries))
    click.echo(f"Wrote the rankings of {len(asked)} queries to {run.name}.")


def _as_json(settings: Settings, snapshot: Snapshot, found: Found) -> str:
    result, entries = found
    return _printed(search_as_json(result, entries, today=settings.today(), fresh_days=snapshot.site.fresh_days))


def _as_text(settings: Settings, snapshot: Snapshot, found: Found) -> str:
    """Return the first page as people read it: every trial with its dated status, and whom to ask."""
    result, entries = found
    lines = [f"Understood: {', '.join(one.words for one in result.understood)}"] if result.understood else []
    lines += [f"Did you mean: {result.did_you_mean}"] if result.did_you_mean else []
    lines += [f"Found {len(entries)} of {len(snapshot.slugs())} trials.", ""]
    if not entries:
        lines += ["That does not mean that there is no trial. Try other words, or fewer.", ""]
    for entry in entries[:PER_PAGE]:
        shown = shown_status(entry.trial.recruitment, today=settings.today(), fresh_days=snapshot.site.fresh_days)
        title = next(iter(entry.words.values())).title
        lines += [f"{family_label(shown)} · {dated(shown)}", f"  {title}", f"  {entry.trial.slug}", ""]
    if len(entries) > PER_PAGE:
        lines += [f"And {len(entries) - PER_PAGE} more: --json prints them all.", ""]
    return "\n".join([*lines, "Ask your child’s doctor which of these, if any, to look into."])


def _printed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
