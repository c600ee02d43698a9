package io.fulmar.app.fulmar;

import java.util.List;

/** {@code fulmar data query}: SQL over all that a lake holds, through DuckDB. */
final class DataQueryCommand {
    private DataQueryCommand() {}

    static CommandEntry command() {
        return new CommandEntry(
                "data query",
                "ask a lake in SQL: views candles, trades, quotes, books, funding, mark",
                Argument.one("SQL", "DuckDB's; with --json the answer is a JSON object a row, a row a line"),
                List.of(LakeOption.LAKE),
                List.of(
                        "fulmar data query --lake lake \"select symbol, count(*) n, max(high) h from candles group by 1\" --json",
                        "fulmar data query --lake lake \"select sum(price * quantity) v from trades where symbol = 'BTC/USDT'"
                                + " and time::date = '2024-03-05'\""),
                DataQueryCommand::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        String sql = given.arguments().getFirst();
        if (sql.isBlank()) {
            throw new Failure(ErrorCode.BAD_VALUE, "the query is empty")
                    .help("such as: \"select count(*) from candles\"");
        }
        String lake = LakeOption.existing(given).folder().toString();
        try {
            SqlChild.run(ErrorCode.QUERY_IS_WRONG, terminal.out(), terminal.json() ? "json" : "table", lake, sql);
        } catch (Failure failure) {
            throw failure.code() == ErrorCode.QUERY_IS_WRONG
                    ? failure.help(
                                    "views, all with venue, symbol and time: candles(timeframe, open, high, low, close, volume, "
                                            + "quote_volume, trades, flags), trades(received, price, quantity, side, id)")
                            .help(
                                    "quotes(received, bid, bid_quantity, ask, ask_quantity), "
                                            + "books(received, event, price, quantity, sequence), funding(rate, mark), mark(mark, index)")
                    : failure;
        }
        return ExitCode.DONE;
    }
}
