#!/usr/bin/env bash
# The holidays that we know, day by day against exchange_calendars and pandas_market_calendars.
source "$(dirname "$0")/common.bash"

python_with calendars exchange_calendars==4.13.2 pandas_market_calendars==5.5.0
"$python" -W ignore "$BENCHMARKS/holidays_check.py" "$FULMAR_ROOT/core/market/src/main/java/io/fulmar/market/KnownHolidays.java"
