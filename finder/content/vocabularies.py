"""Reads the vocabularies: diagnoses, treatments and markers as trees of terms, and words that mean the same."""

from finder.content.fields import Form
from finder.content.known_terms import KnownTerms
from finder.content.report import Report, quoted, suggestion
from finder.content.values import ID
from finder.content.yaml_lines import read_fields, read_yaml
from finder.content.yaml_nodes import Items, Value
from finder.core.terms import Term


def read_terms(text: str, report: Report, languages: tuple[str, ...]) -> KnownTerms | None:
    """Read a vocabulary, or return None where nothing of it can be read."""
    fields = read_fields(text, report)
    if fields is None:
        return None
    form = Form(fields, report)
    terms = {id: _read_term(form, id, languages) for id in form.names}
    for term in terms.values():
        _check_parent(form, term, terms)
    return KnownTerms(report.path.as_posix(), terms.values())


def _read_term(form: Form, id: str, languages: tuple[str, ...]) -> Term:
    if not ID.fullmatch(id):
        form.problem(id, f"{quoted(id)} cannot be an id.", "Use small letters, figures and hyphens: b-cell-lymphoma")
    with form.part(id, example="{name: {en: Bone cancer}}", required=True) as part:
        return Term(
            id=id,
            parent=part.text("parent", example="leukaemia") or None,
            names=part.words("name", languages, required=True, example="Bone cancer"),
            also=_read_other_names(part, languages),
            clinical=part.text("clinical", example="B-lymphoblastic leukaemia"),
            explained=part.words("explained", languages, example="A cancer that starts in the bones."),
            ask=part.words("ask", languages, example="Which kind of bone cancer is it?"),
            codes=_read_codes(part),
            is_asked=part.yes_or_no("asked", otherwise=True),
        )


def _read_other_names(form: Form, languages: tuple[str, ...]) -> dict[str, list[str]]:
    with form.part("also", example="{en: [bone tumour]}") as part:
        return {code: list(part.texts(code, example="bone tumour")) for code in languages if part.has(code)}


def _read_codes(form: Form) -> dict[str, str]:
    with form.part("codes", example='{iccc3: "011"}') as part:
        return {system: part.text(system, example='"011"') for system in part.names}


def _check_parent(form: Form, term: Term, terms: dict[str, Term]) -> None:
    if term.parent is None:
        return
    if term.parent not in terms:
        hint = suggestion(term.parent, terms, otherwise="Use an id that stands in this file.")
        form.problem(term.id, f"{quoted(term.parent)}, the parent of {quoted(term.id)}, is not in this file.", hint)
        return
    lineage = [term.id]
    while (parent := terms[lineage[-1]].parent) in terms:
        if parent in lineage:
            if parent == term.id == min(lineage):
                loop = " → ".join([*lineage, parent])
                form.problem(term.id, f"These stand below one another in a ring: {loop}.", "Change one of the parents.")
            return
        lineage.append(parent)


def read_synonyms(text: str, report: Report) -> tuple[tuple[str, ...], ...] | None:
    """Read the groups of words that mean the same, or return None where something must be put right."""
    node = read_yaml(text, report)
    if node is None:
        return None
    if not isinstance(node, Items):
        report.error("This file is not a list.", "Begin each group with a dash: - [KMT2A, MLL]", line=node.line)
        return None
    groups = []
    for item in node.nodes:
        words = (
            [word.text for word in item.nodes if isinstance(word, Value) and word.text]
            if isinstance(item, Items)
            else []
        )
        if len(set(words)) < 2:
            report.error("A group needs two words or more.", "Write them in brackets: - [KMT2A, MLL]", line=item.line)
        groups.append(tuple(words))
    return None if report.has_errors else tuple(groups)
