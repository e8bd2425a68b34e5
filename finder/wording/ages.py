"""Ages and age limits in words. A limit keeps the unit the trial gives it."""

from finder.core.ages import AgeAt, AgeLimit, AgeRule, AgeSpan, Bound, Unit
from finder.wording.messages import gettext, ngettext


def age_in_words(number: int, unit: Unit) -> str:
    """Return a number of units.

    >>> age_in_words(1, Unit.YEARS), age_in_words(365, Unit.DAYS)
    ('1 year', '365 days')
    """
    match unit:
        case Unit.DAYS:
            return ngettext("%(num)s day", "%(num)s days", number)
        case Unit.WEEKS:
            return ngettext("%(num)s week", "%(num)s weeks", number)
        case Unit.MONTHS:
            return ngettext("%(num)s month", "%(num)s months", number)
        case Unit.YEARS:
            return ngettext("%(num)s year", "%(num)s years", number)


def limits_in_words(rule: AgeRule) -> str:
    """Return the ages between the limits, without the moment they speak of.

    >>> under_18 = AgeLimit(Bound.UNDER, 18, Unit.YEARS)
    >>> limits_in_words(AgeRule(lower=AgeLimit(Bound.OVER, 18, Unit.MONTHS), upper=under_18))
    'older than 18 months and under 18 years'
    """
    low, high = _limit(rule.lower), _limit(rule.upper)
    match rule.lower and rule.lower.bound, rule.upper and rule.upper.bound:
        case None, None:
            return gettext("no age limit found")
        case Bound.AT_LEAST, None:
            return gettext("%(low)s and older", low=low)
        case _, None:
            return gettext("older than %(low)s", low=low)
        case None, Bound.AT_MOST:
            return gettext("up to %(high)s", high=high)
        case None, _:
            return gettext("under %(high)s", high=high)
        case Bound.AT_LEAST, Bound.AT_MOST:
            return gettext("%(low)s to %(high)s", low=low, high=high)
        case Bound.AT_LEAST, _:
            return gettext("%(low)s to under %(high)s", low=low, high=high)
        case _, Bound.AT_MOST:
            return gettext("older than %(low)s, up to %(high)s", low=low, high=high)
        case _:
            return gettext("older than %(low)s and under %(high)s", low=low, high=high)


def _limit(limit: AgeLimit | None) -> str:
    return age_in_words(limit.number, limit.unit) if limit else ""


def age_rule_in_words(rule: AgeRule) -> str:
    """Return the ages a trial takes and when they count.

    >>> age_rule_in_words(AgeRule(upper=AgeLimit(Bound.AT_MOST, 365, Unit.DAYS), at=AgeAt.DIAGNOSIS))
    'up to 365 days when diagnosed'
    """
    ages = limits_in_words(rule)
    if rule.lower is None and rule.upper is None:
        return ages
    if rule.at is AgeAt.DIAGNOSIS:
        return gettext("%(ages)s when diagnosed", ages=ages)
    return gettext("%(ages)s when joining", ages=ages)


def answered_age_in_words(span: AgeSpan) -> str:
    """Return an age that a family gave, in the units that say it best.

    >>> from finder.core.ages import Age
    >>> answered_age_in_words(AgeSpan(Age(months=8), Age(months=9)))
    '8 months'
    >>> answered_age_in_words(AgeSpan(Age(months=15), Age(months=16)))
    '1 year and 3 months'
    """
    if span.low is None or (span.low.months == 0 and span.low.days == 0):
        return _first_stretch(span)
    years, months = divmod(span.low.months, 12)
    parts = [age_in_words(number, unit) for number, unit in ((years, Unit.YEARS), (months, Unit.MONTHS)) if number]
    if span.low.days:
        parts.append(age_in_words(span.low.days, Unit.DAYS))
    return parts[0] if len(parts) == 1 else gettext("%(years)s and %(rest)s", years=parts[0], rest=", ".join(parts[1:]))


def _first_stretch(span: AgeSpan) -> str:
    if span.high is None:
        return gettext("any age")
    if span.high.months:
        return gettext("under %(high)s", high=age_in_words(*_in_best_unit(span.high.months)))
    return gettext("under %(high)s", high=age_in_words(span.high.days, Unit.DAYS))


def _in_best_unit(months: int) -> tuple[int, Unit]:
    return (months // 12, Unit.YEARS) if months % 12 == 0 else (months, Unit.MONTHS)
