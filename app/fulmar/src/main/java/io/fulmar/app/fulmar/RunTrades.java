package io.fulmar.app.fulmar;

import io.fulmar.domain.Symbol;
import io.fulmar.research.robustness.MonteCarlo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** The closed trades that a backtest left in its folder, as shares of the equity before each. */
final class RunTrades {
    private static final List<String> COLUMNS =
            List.of("symbol", "entryTime", "entryPrice", "exitTime", "exitPrice", "quantity", "netPnl", "return");
    private static final String AGAIN = "run the backtest again: its files were changed";

    private record Row(
            Instant entry,
            Instant exit,
            double ratio,
            double quantity,
            double net,
            double netReturn,
            boolean inverse) {}

    private final Path file;
    private final List<String> lines;

    private RunTrades(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static MonteCarlo.Trades read(Path folder, double cash) {
        Path file = folder.resolve("trades.csv");
        try {
            return new RunTrades(file, Files.readAllLines(file, StandardCharsets.UTF_8)).shares(cash);
        } catch (IOException e) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, file + " cannot be read").help(AGAIN);
        }
    }

    private MonteCarlo.Trades shares(double cash) {
        List<Row> rows = rows();
        int n = rows.size();
        double[] returns = new double[n];
        double[] entries = new double[n];
        double[] exits = new double[n];
        double[] equity = new double[n + 1];
        equity[0] = cash;
        for (int i = 0; i < n; i++) equity[i + 1] = equity[i] + rows.get(i).net;
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            double before = equity[closedBefore(rows, i)];
            double value = value(rows, i);
            returns[i] = before > 0 ? row.net / before : -1;
            entries[i] = before > 0 ? value / before : 0;
            exits[i] = entries[i] * (row.inverse ? 1 / row.ratio : row.ratio);
        }
        return new MonteCarlo.Trades(returns, entries, exits);
    }

    /** How many trades had closed when this one was entered; of several strategies some before it may still have been open. */
    private static int closedBefore(List<Row> rows, int trade) {
        int low = 0;
        int high = trade;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).exit.isAfter(rows.get(trade).entry)) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /** What the entry was worth: profit over return, and of a trade without profit by its size beside another's. */
    private static double value(List<Row> rows, int i) {
        Row row = rows.get(i);
        if (row.netReturn != 0) return row.net / row.netReturn;
        return rows.stream()
                .filter(other -> other.netReturn != 0)
                .findFirst()
                .map(other -> other.net / other.netReturn * row.quantity / other.quantity)
                .orElse(0.0);
    }

    private List<Row> rows() {
        if (lines.isEmpty()) throw wrong(1, "the header is missing");
        List<String> header = cells(lines.getFirst());
        int[] at = COLUMNS.stream().mapToInt(header::indexOf).toArray();
        for (int i = 0; i < at.length; i++) {
            if (at[i] < 0) throw wrong(1, "the column " + COLUMNS.get(i) + " is missing");
        }
        List<Row> rows = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) rows.add(row(line + 1, cells(lines.get(line)), at));
        return rows;
    }

    private Row row(int line, List<String> cells, int[] at) {
        try {
            Symbol symbol = Symbol.parse(cells.get(at[0]));
            return new Row(
                    Instant.parse(cells.get(at[1])),
                    Instant.parse(cells.get(at[3])),
                    Double.parseDouble(cells.get(at[4])) / Double.parseDouble(cells.get(at[2])),
                    Double.parseDouble(cells.get(at[5])),
                    Double.parseDouble(cells.get(at[6])),
                    Double.parseDouble(cells.get(at[7])),
                    symbol.settlesInBase());
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeParseException e) {
            throw wrong(line, "this is no row of a trade");
        }
    }

    private Failure wrong(int line, String message) {
        return new Failure(ErrorCode.BAD_CONFIGURATION, message)
                .at(file + ":" + line)
                .help(AGAIN);
    }

    /** Cells of a line; a quoted one may hold commas and doubled quotes. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') cell.append(line.charAt(i++));
                else quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
