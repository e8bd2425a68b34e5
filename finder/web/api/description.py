"""The description of the JSON interface, as OpenAPI has it: what may be asked, and what is answered."""

from typing import Any

from finder.core.answers import MAX_AGE_YEARS
from finder.core.statuses import Status
from finder.core.trials import Stage
from finder.search.searching import LONGEST_QUERY
from finder.snapshot import Snapshot

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer", "minimum": 0}
_NOTHING_ELSE: Schema = {"additionalProperties": False}
_TRIAL = {
    "slug": _TEXT,
    "title": _TEXT,
    "status": {"enum": [status.value for status in Status]},
    "checked": {"type": ["string", "null"], "format": "date"},
    "label": {**_TEXT, "description": "What families read: the status as it may be told today."},
}


def describe(snapshot: Snapshot, countries: list[str]) -> Schema:
    """Return the description of the interface of the site as it is published now."""
    diagnoses = [term.id for term in snapshot.diagnoses]
    treatments = [term.id for term in snapshot.treatments]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Trial Finder",
            "version": "1",
            "description": "Clinical trials that may be worth asking about. Needs no key, keeps nothing it is sent.",
        },
        "servers": [{"url": "/"}, {"url": snapshot.site.address}],
        "paths": {
            "/api/v1/trials": {"get": _search(diagnoses, countries)},
            "/api/v1/trials/{slug}": {"get": _one_trial()},
            "/api/v1/match": {"post": _match(diagnoses, treatments)},
            "/api/v1/diagnoses": {"get": _diagnoses()},
        },
    }


def _search(diagnoses: list[str], countries: list[str]) -> Schema:
    found = {
        "understood": _list(_object(kind=_TEXT, words=_TEXT, meaning=_TEXT)),
        "did_you_mean": {"type": ["string", "null"]},
        "trials": _list(_object(**_TRIAL)),
        "total": _NUMBER,
        "page": _NUMBER,
        "pages": _NUMBER,
    }
    parameters = [
        _in_query("q", {**_TEXT, "maxLength": LONGEST_QUERY}),
        _in_query("status", _list({"enum": [status.value for status in Status]})),
        _in_query("age", {**_TEXT, "pattern": "^[1-9][0-9]? (months|years)$", "examples": ["8 months", "5 years"]}),
        _in_query("diagnosis", {"enum": diagnoses}),
        _in_query("stage", {"enum": [stage.value for stage in Stage]}),
        _in_query("country", {"enum": countries}),
        _in_query("page", {"type": "integer", "minimum": 1}),
    ]
    return {
        "summary": "Search, with the filters of the search page",
        "parameters": parameters,
        "responses": {"200": _json("What was found", _object(**found)), **_refused("400", "429")},
    }


def _one_trial() -> Schema:
    return {
        "summary": "One trial with its facts",
        "parameters": [{"name": "slug", "in": "path", "required": True, "schema": _TEXT}],
        "responses": {
            "200": _json("The trial", _object(**_TRIAL, lead=_TEXT, facts={"type": "object"})),
            **_refused("400", "404", "429"),
        },
    }


def _match(diagnoses: list[str], treatments: list[str]) -> Schema:
    slugs = _list(_TEXT)
    rule = {"enum": ["age", "diagnosis", "stage", "treatment"]}
    body = {
        "age": _not_sure(_age()),
        "age_at_diagnosis": _not_sure(_age()),
        "diagnosis": {"enum": [*diagnoses, "not-sure", None]},
        "treatments": {
            "anyOf": [
                {**_list({"enum": [*treatments, "not-sure"]}), "minItems": 1},
                {"enum": ["none", "not-sure", None]},
            ]
        },
        "stage": {"enum": [*(stage.value for stage in Stage), "not-sure", None]},
    }
    answered = {
        "possible": slugs,
        "cannot-tell": slugs,
        "aside": {"type": "object", "additionalProperties": _list(rule)},
    }
    return {
        "summary": "Hold answers against every trial. They are read, used and forgotten",
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {**_object(**body), "required": [], **_NOTHING_ELSE}}},
        },
        "responses": {
            "200": _json("Every trial in exactly one of three places", _object(**answered)),
            **_refused("400", "403", "413", "429"),
        },
    }


def _diagnoses() -> Schema:
    one = _object(id=_TEXT, name=_TEXT, parent={"type": ["string", "null"]}, also_called=_list(_TEXT))
    return {
        "summary": "The tree of diagnoses",
        "responses": {"200": _json("The tree", _object(diagnoses=_list(one))), **_refused("400", "429")},
    }


def _age() -> Schema:
    most = {"years": MAX_AGE_YEARS - 1, "months": 11, "weeks": 4, "days": 6}
    parts = {part: {**_NUMBER, "maximum": number} for part, number in most.items()}
    return {"type": "object", "properties": parts, "minProperties": 1, **_NOTHING_ELSE}


def _not_sure(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"enum": ["not-sure", None]}]}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _in_query(name: str, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "schema": schema}


def _json(description: str, schema: Schema) -> Schema:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _refused(*codes: str) -> Schema:
    """Return what each error looks like: one sentence, or one for everything that is wrong."""
    error = _object(error={"anyOf": [_TEXT, _list(_TEXT)]})
    return {code: _json("Why not, in plain words", error) for code in codes}
