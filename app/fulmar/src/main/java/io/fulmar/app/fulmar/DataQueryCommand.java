package io.fulmar.app.fulmar;

import java.util.List;

/** {@code fulmar data query}: SQL over a lake's candles, through DuckDB. */
final class DataQueryCommand {
    private DataQueryCommand() {}

    static CommandEntry command() {
        return new CommandEntry(
                "data query",
                "ask a lake in SQL: view candles(venue, symbol, timeframe, time, open, high, low, close, ...)",
                Argument.one("SQL", "DuckDB's; with --json the answer is a JSON object a row, a row a line"),
                List.of(LakeOption.LAKE),
                List.of(
                        "fulmar data query --lake lake \"select symbol, count(*) n, max(high) h from candles group by 1\" --json"),
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
                            "the view is candles(venue, symbol, timeframe, time, open, high, low, close, volume, "
                                    + "quote_volume, trades, flags)")
                    : failure;
        }
        return ExitCode.DONE;
    }
}
