package io.fulmar.app.fulmar;

import io.fulmar.domain.Exact;
import io.fulmar.indicator.Block;
import io.fulmar.indicator.Evaluation;
import io.fulmar.indicator.Expression;
import io.fulmar.indicator.ExpressionException;
import io.fulmar.indicator.Field;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.CsvTable;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/** {@code fulmar indicator eval}: columns of indicators for a file of bars, as CSV. */
final class IndicatorCommand {
    private static final int BUFFER_BYTES = 1 << 16;

    private IndicatorCommand() {}

    static CommandEntry command() {
        return new CommandEntry(
                "indicator eval",
                "compute indicators over a file of bars, as CSV on stdout",
                Argument.NONE,
                List.of(
                        Option.of("--csv", "FILE", "bars: time,open,high,low,close,volume"),
                        Option.repeated("--expr", "EXPRESSION", "such as sma(20), bbands(20,2).upper, sma(high,14)")),
                List.of("fulmar indicator eval --csv btc.csv --expr \"sma(14)\" --expr \"bbands(20,2).upper\""),
                IndicatorCommand::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        String file = given.value("--csv").orElseThrow(() -> missing("--csv", "--csv btc.csv"));
        List<String> texts = given.values("--expr");
        if (texts.isEmpty()) throw missing("--expr", "--expr \"sma(14)\"");
        List<Expression> expressions =
                texts.stream().map(IndicatorCommand::expression).toList();
        CsvTable table = CsvTable.read(Values.path("--csv", file));
        double[][] columns = new double[expressions.size()][table.bars().size()];
        Evaluation.of(expressions).take(block(table), columns);
        PrintStream out =
                new PrintStream(new BufferedOutputStream(terminal.out(), BUFFER_BYTES), false, StandardCharsets.UTF_8);
        if (terminal.json()) json(out, table.times(), texts, columns);
        else csv(out, table.times(), texts, columns);
        out.flush();
        return ExitCode.DONE;
    }

    private static Expression expression(String text) {
        try {
            return Expression.parse(text);
        } catch (ExpressionException e) {
            throw new Failure(ErrorCode.BAD_VALUE, String.valueOf(e.getMessage()))
                    .at("--expr\n" + text + "\n" + " ".repeat(Math.clamp(e.position(), 0, text.length())) + "^")
                    .help("all indicators with their arguments and outputs: docs/indicators.md");
        }
    }

    /** The whole file as one block: prices as the whole numbers they are, volumes as they are written. */
    private static Block block(CsvTable table) {
        Bars bars = table.bars();
        Block block = new Block(Field.values().length).resize(bars.size());
        long divisor = Exact.powerOfTen(table.tick().scale());
        for (Field field : Field.values()) {
            switch (field) {
                case OPEN -> block.exact(field.column(), bars.opens(), 0, divisor);
                case HIGH -> block.exact(field.column(), bars.highs(), 0, divisor);
                case LOW -> block.exact(field.column(), bars.lows(), 0, divisor);
                case CLOSE -> block.exact(field.column(), bars.closes(), 0, divisor);
                case VOLUME -> block.inexact(field.column(), bars.volumes());
            }
        }
        return block;
    }

    private static void csv(PrintStream out, List<String> times, List<String> names, double[][] columns) {
        StringJoiner header = new StringJoiner(",", "time,", "\n");
        names.forEach(name -> header.add(quoted(name)));
        out.append(header.toString());
        StringBuilder line = new StringBuilder();
        for (int bar = 0; bar < times.size(); bar++) {
            line.setLength(0);
            line.append(times.get(bar));
            for (double[] column : columns) {
                line.append(',');
                if (Double.isFinite(column[bar])) line.append(column[bar]);
            }
            out.append(line.append('\n'));
        }
    }

    private static void json(PrintStream out, List<String> times, List<String> names, double[][] columns) {
        out.append("{\"time\":").append(Json.texts(times));
        for (int i = 0; i < columns.length; i++) {
            StringJoiner values = new StringJoiner(",", "[", "]");
            for (double value : columns[i]) values.add(Double.isFinite(value) ? Double.toString(value) : "null");
            out.append(',').append(Json.text(names.get(i))).append(':').append(values.toString());
        }
        out.append("}\n");
    }

    private static String quoted(String name) {
        boolean plain = name.indexOf(',') < 0 && name.indexOf('"') < 0 && name.indexOf('\n') < 0;
        return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static Failure missing(String option, String example) {
        return new Failure(ErrorCode.MISSING_OPTION, "fulmar indicator eval needs " + option)
                .help("such as: " + example);
    }
}
