package io.fulmar.research.backtest;

/**
 * How a time column is read.
 *
 * @param wide dates may be written with points or slashes, the year first
 * @param joined the date and the time of day are two cells, one behind the other
 * @param form the form of every cell, or unknown: the first row decides
 */
record CsvTimes(boolean wide, boolean joined, CsvTime.Form form) {
    /** As a backtest reads it. */
    static final CsvTimes STRICT = new CsvTimes(false, false, CsvTime.Form.UNKNOWN);
}
