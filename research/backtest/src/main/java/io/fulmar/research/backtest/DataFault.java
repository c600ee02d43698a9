package io.fulmar.research.backtest;

/** What can be wrong with a file of bars or funding rates, each with the way to mend it. The names are stable codes. */
public enum DataFault {
    FILE_MISSING("check the path"),
    FILE_NOT_REGULAR("give the path of a CSV file"),
    FILE_UNREADABLE("check its permissions"),
    FILE_NOT_TEXT("unpack or export it as plain UTF-8 CSV"),
    FILE_EMPTY("the first line must be the header time,open,high,low,close,volume"),
    FILE_SHAPE("a file for the lake is CSV, JSON rows, Feather, or a zip of such text"),
    ARCHIVE_DAMAGED("fetch the file again"),
    ARCHIVE_TOO_LARGE("unpack it yourself if you trust it, and import what was in it"),
    ARCHIVE_EMPTY("give an archive of CSV files"),
    ROWS_MISSING("add at least one row of data below the header"),
    BARS_MISSING("choose a shorter timeframe or a longer file"),
    LINE_TOO_LONG("check that lines end with a line feed and quotes are closed"),
    LINE_END("end lines with a line feed, or with carriage return and line feed"),
    SEPARATOR("separate columns with commas"),
    COLUMN_MISSING("the header needs time,open,high,low,close,volume by these names, in any order"),
    COLUMN_TWICE("keep one of them"),
    CELL_COUNT("give every row as many cells as the header, with a point as decimal mark"),
    QUOTE_OPEN("close the quote on the same line"),
    NUMBER_UNREADABLE("write a plain number such as 30123.45 or 1e-7"),
    NUMBER_NOT_FINITE("fill in the true value or remove the row"),
    NUMBER_TOO_LARGE("prices and volumes must stay below 10^18; check the column"),
    PRICE_NOT_POSITIVE("correct the price or remove the row"),
    PRICE_BELOW_TICK("give a finer tick"),
    PRICE_ABOVE_RANGE("give a coarser tick"),
    VOLUME_NEGATIVE("correct the volume or write 0"),
    EXTRA_UNUSABLE("a quote volume is a number of at least 0, trades are a whole one"),
    TRADE_COLUMNS("name the columns time, price, quantity, and side or is_buyer_maker; candles need --timeframe"),
    SHAPE_UNKNOWN("say which column is which, such as --columns time,open,high,low,close,volume"),
    HIGH_TOO_LOW("the high must be at least the open and the close"),
    LOW_TOO_HIGH("the low must be at most the open and the close"),
    TIME_UNREADABLE("write ISO-8601 such as 2024-01-31T12:00:00Z, or epoch seconds, ms, us or ns"),
    TIME_UNITS_MIXED("use one form and one unit for the whole column"),
    TIME_BACKWARDS("sort the rows by time"),
    TIME_TWICE("keep one row for each time"),
    TIME_MISALIGNED("move the row to its boundary or remove it; bars open on UTC boundaries, weeks on Monday"),
    BARS_DIFFER("remove that dataset's folder if these are the right ones, or write to a file: --out bars.feather"),
    KIND_UNFIT("choose another kind of bars, or import trades into a lake and make them of those"),
    ROWS_FINER("import it with the timeframe that its rows have"),
    TRADES_DIFFER("import files of trades in the order of time, each once; of overlapping ones remove what is there"),
    ROWS_COARSER("choose the file's own timeframe or a multiple of it"),
    FLOW_COLUMN_MISSING("name the columns as docs/flow-files.md does"),
    KIND_UNKNOWN("write bid, ask, snapshot-bid, snapshot-ask, buy or sell"),
    SIDE_UNKNOWN("write buy or sell: the side that took"),
    QUANTITY_UNUSABLE("a trade's quantity is above 0, a level's is 0 when it is gone"),
    QUOTE_CROSSED("correct the row or remove it: nobody bids what others ask"),
    SEQUENCE_UNREADABLE("write the message's number, a whole number"),
    SEQUENCE_BACKWARDS("sort the rows by sequence, and keep each message once"),
    RECEIVED_TOO_EARLY("correct the clocks: nothing is received before it happened, nor before what came earlier"),
    SNAPSHOT_MISSING("begin with the whole book: rows snapshot-bid and snapshot-ask"),
    TRADES_MISSING("add the file of trades: --trades FILE; bars are made of trades"),
    STEP_MISFIT("give --tick and --lot, or an instrument file, that every price and quantity is a multiple of"),
    FUNDING_COLUMNS("the header is time,rate or time,rate,mark; a rate is a fraction of the notional"),
    FUNDING_MISALIGNED("write times in UTC, or with their offset such as 2024-01-01T08:00+08:00"),
    FUNDING_ELSEWHERE("give the rates of the same days, or leave --funding out"),
    RATE_TOO_LARGE("write fractions: 0.0001 is 0.01 percent"),
    STEPS_UNUSABLE("give --tick and --lot, or an instrument file");

    private final String fix;

    DataFault(String fix) {
        this.fix = fix;
    }

    /** What to do about it, as half a sentence. */
    public String fix() {
        return fix;
    }
}
