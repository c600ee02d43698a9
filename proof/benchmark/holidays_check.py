"""Compares the holidays in KnownHolidays.java with two packages that others keep.

usage: holidays_check.py KnownHolidays.java
Ends with 1 when a day differs that is not one of the known differences.
"""

import re
import sys

import exchange_calendars
import pandas
import pandas_market_calendars

# pandas_market_calendars counts the hour of an evening (Muhurat trading) as a session of NSE; we say that we do not know those.
EVENINGS = {"2024-11-01", "2025-10-21"}


def listed(source, name):
    """The days of one list: those without trading, and those that end early."""
    body = re.search(name + r' = """(.*?)"""', source, re.S).group(1)
    lines = [line.split("#")[0].split() for line in body.splitlines()]
    shut = {words[0] for words in lines if len(words) == 1}
    early = {words[0] for words in lines if len(words) == 2}
    return shut, early


def days(index):
    return {day.strftime("%Y-%m-%d") for day in index}


def compare(what, ours, theirs, known=frozenset()):
    more, fewer = sorted(ours - theirs - known), sorted(theirs - ours - known)
    differ = f"only ours: {more}, only theirs: {fewer}" if more or fewer else "the same"
    print(f"{what}: {len(ours)} days of ours, {len(theirs)} of theirs: {differ}" + (f", but for {sorted(known)}" if known else ""))
    return bool(more or fewer)


def main(file):
    source = open(file).read()
    wrong = 0
    for name, code, others in (("INDIA", "XBOM", ("NSE", "BSE")), ("US", "XNYS", ("NYSE", "NASDAQ"))):
        shut, early = listed(source, name)
        years = sorted(day[:4] for day in shut)
        first, last = years[0] + "-01-01", years[-1] + "-12-31"
        weekdays = days(pandas.bdate_range(first, last))
        calendar = exchange_calendars.get_calendar(code, start=first, end=last)
        span = f"{years[0]} to {years[-1]}"
        wrong += compare(f"exchange_calendars {code}, {span}, shut", shut, weekdays - days(calendar.sessions))
        wrong += compare(f"exchange_calendars {code}, {span}, early", early, days(calendar.early_closes))
        for other in others:
            open_days = days(pandas_market_calendars.get_calendar(other).valid_days(first, last))
            wrong += compare(
                f"pandas_market_calendars {other}, {span}, shut",
                shut,
                weekdays - open_days,
                EVENINGS if other == "NSE" else frozenset(),
            )
    sys.exit(f"{wrong} lists differ" if wrong else 0)


main(*sys.argv[1:])
