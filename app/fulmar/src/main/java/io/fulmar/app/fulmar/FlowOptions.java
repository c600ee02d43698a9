package io.fulmar.app.fulmar;

import io.fulmar.domain.Symbol;
import io.fulmar.research.backtest.FlowFiles;
import io.fulmar.simulation.exchange.ConstantLatency;
import io.fulmar.simulation.exchange.Fills;
import io.fulmar.simulation.exchange.Impact;
import io.fulmar.simulation.exchange.Latency;
import io.fulmar.simulation.exchange.MeasuredLatency;
import io.fulmar.simulation.exchange.ProbabilityQueue;
import io.fulmar.simulation.exchange.QueueModel;
import io.fulmar.simulation.exchange.RiskAverseQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options of {@code fulmar backtest} for data beside files of bars. */
final class FlowOptions {
    static final List<Option> OPTIONS = List.of(
            Option.of(
                    "--data",
                    "lake|synth:SEED,...",
                    "bars of a lake, or a market that never was: synth:7,kind=bars|quotes|trades|l2,days=1; of bars also markets=2"),
            Option.of("--l2", "FILE", "levels of the book and trades: time,kind,price,quantity[,sequence][,received]"),
            Option.of("--quotes", "FILE", "best bid and ask: time,bid,bid_quantity,ask,ask_quantity; with --trades"),
            Option.of("--trades", "FILE", "trades: time,side,price,quantity[,received]"),
            Option.of("--latency", "TIME[,TIME]|FILE", "to the venue and back, or samples of both (default 10ms,10ms)"),
            Option.of("--queue", "MODEL", "place in a level's queue: risk-averse, log, power:N (default risk-averse)"),
            Option.of("--fills", "HOW", "partial, or whole: any size at the best price (default partial)"),
            Option.of("--impact", "TICKS", "worse price of a taker as large as the best level (default 0)"));

    private static final Pattern SYNTHETIC = Pattern.compile("synth:([0-9]{1,18})((?:,[a-z]+=[a-z0-9]+)*)");
    private static final Symbol SYMBOL = Symbol.parse("BTC/USDT:USDT");
    private static final int FLOW_DAYS_MAX = 10;
    private static final int BAR_DAYS_MAX = 60;
    private static final int SAMPLES_MAX = 1_000_000;

    private FlowOptions() {}

    static Optional<FlowRequest> read(Invocation given) {
        Optional<FlowRequest.From> from = from(given);
        if (from.isEmpty()) {
            for (String option : List.of("--latency", "--queue", "--fills", "--impact")) {
                if (given.has(option)) {
                    throw new Failure(ErrorCode.BAD_VALUE, option + " means nothing for bars")
                            .help("it goes with --l2, --quotes, --trades or --data synth:SEED,kind=l2");
                }
            }
            return Optional.empty();
        }
        for (Option option : ContractOptions.OPTIONS) {
            if (given.has(option.name()) && !bars(from.get())) {
                throw new Failure(ErrorCode.BAD_VALUE, option.name() + " is not reckoned between bars yet")
                        .help("leave it out, or use bars: --csv, or --data synth:SEED,kind=bars");
            }
        }
        return Optional.of(new FlowRequest(
                given.value("--symbol")
                        .map(text -> Values.symbol("--symbol", text))
                        .orElse(SYMBOL),
                from.get(),
                given.value("--latency").map(FlowOptions::latency).orElse(new ConstantLatency(10_000_000, 10_000_000)),
                given.value("--queue").map(FlowOptions::queue).orElse(new RiskAverseQueue()),
                given.value("--fills")
                                .map(text -> Values.oneOf("--fills", text, List.of("partial", "whole")))
                                .filter("whole"::equals)
                                .isPresent()
                        ? Fills.WHOLE
                        : Fills.PARTIAL,
                given.value("--impact")
                        .map(text -> Impact.squareRoot(
                                Values.positive("--impact", text).doubleValue()))
                        .orElse(Impact.NONE)));
    }

    private static boolean bars(FlowRequest.From from) {
        return from instanceof FlowRequest.From.Synthetic synthetic && synthetic.kind() == FlowRequest.Kind.BARS;
    }

    private static Optional<FlowRequest.From> from(Invocation given) {
        List<String> used = new ArrayList<>();
        for (String option : List.of("--data", "--l2", "--quotes", "--trades", "--csv")) {
            if (given.has(option)) used.add(option);
        }
        boolean quoted = used.equals(List.of("--quotes", "--trades"));
        if (used.size() > 1 && !quoted) {
            throw new Failure(ErrorCode.BAD_VALUE, String.join(" and ", used) + " do not go together")
                    .help("one source of data: --csv, --data, --l2, --trades, or --quotes with --trades");
        }
        if (LakeOptions.wanted(given) && used.size() == 1) {
            return Optional.empty();
        }
        if (given.has("--data")) {
            return Optional.of(synthetic(given.value("--data").orElseThrow()));
        }
        if (used.isEmpty() || given.has("--csv")) {
            return Optional.empty();
        }
        return Optional.of(new FlowRequest.From.Files(
                new FlowFiles.Files(path(given, "--l2"), path(given, "--quotes"), path(given, "--trades"))));
    }

    private static Optional<Path> path(Invocation given, String option) {
        return given.value(option).map(text -> Values.path(option, text));
    }

    private static FlowRequest.From synthetic(String text) {
        Matcher match = SYNTHETIC.matcher(text);
        if (!match.matches()) throw bad("--data", text, "write synth:SEED,kind=l2,days=1");
        FlowRequest.Kind kind = FlowRequest.Kind.BARS;
        int days = 1;
        int markets = 1;
        for (String part : String.valueOf(match.group(2)).split(",", -1)) {
            String value = part.substring(part.indexOf('=') + 1);
            switch (part.substring(0, Math.max(0, part.indexOf('=')))) {
                case "" -> {}
                case "kind" ->
                    kind = FlowRequest.Kind.valueOf(
                            Values.oneOf("kind", value, List.of("bars", "quotes", "trades", "l2"))
                                    .toUpperCase(Locale.ROOT));
                case "days" -> days = Values.count("days", value);
                case "markets" -> markets = Values.count("markets", value);
                default -> throw bad("--data", text, "after the seed come kind=, days= and markets=");
            }
        }
        int most = kind == FlowRequest.Kind.BARS ? BAR_DAYS_MAX : FLOW_DAYS_MAX;
        if (days > most) throw bad("--data", text, "at most " + most + " days of this kind fit into memory");
        if (markets > 1 && kind != FlowRequest.Kind.BARS) {
            throw bad("--data", text, "several markets are made of bars alone: kind=bars");
        }
        if (markets > Feed.MARKETS_MAX) throw bad("--data", text, "at most " + Feed.MARKETS_MAX + " markets");
        return new FlowRequest.From.Synthetic(Long.parseLong(match.group(1)), kind, days, markets);
    }

    // ---- the venue's models ----

    private static Latency latency(String text) {
        Path file = Values.path("--latency", text);
        if (Files.isRegularFile(file)) return measured(file);
        List<String> parts = List.of(text.split(",", -1));
        if (parts.size() > 2) throw bad("--latency", text, "write one time or two, such as 10ms,5ms, or a file");
        return new ConstantLatency(nanos(parts.getFirst()), nanos(parts.getLast()));
    }

    private static long nanos(String text) {
        return text.equals("0") ? 0 : Values.duration("--latency", text).toNanos();
    }

    /** Two whole numbers of nanoseconds a line, under the header {@code entry_ns,response_ns}. */
    private static Latency measured(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new Failure(ErrorCode.DATA_CANNOT_BE_READ, file + " cannot be read: " + e.getMessage())
                    .help("give a CSV file: entry_ns,response_ns");
        }
        if (lines.size() < 2
                || lines.size() > SAMPLES_MAX
                || !lines.getFirst().strip().equals("entry_ns,response_ns")) {
            throw new Failure(ErrorCode.DATA_IS_WRONG, file + " line 1: no samples under entry_ns,response_ns")
                    .help("write that header, then two whole numbers of nanoseconds a line");
        }
        long[] entries = new long[lines.size() - 1];
        long[] responses = new long[lines.size() - 1];
        for (int line = 1; line < lines.size(); line++) {
            String[] cells = lines.get(line).strip().split(",", -1);
            try {
                entries[line - 1] = Long.parseLong(cells[0]);
                responses[line - 1] = Long.parseLong(cells[1]);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new Failure(
                                ErrorCode.DATA_IS_WRONG,
                                file + " line " + (line + 1) + ": \"" + lines.get(line) + "\" is no sample")
                        .help("write two whole numbers of nanoseconds, such as 1200000,900000");
            }
        }
        try {
            return new MeasuredLatency(entries, responses, 1);
        } catch (IllegalArgumentException e) {
            throw new Failure(ErrorCode.DATA_IS_WRONG, file + ": " + e.getMessage())
                    .help("nothing arrives before it was sent");
        }
    }

    private static QueueModel queue(String text) {
        if (text.equals("risk-averse")) return new RiskAverseQueue();
        if (text.equals("log")) return ProbabilityQueue.log(1);
        if (text.startsWith("power:")) {
            double n = Values.positive("--queue", text.substring(6)).doubleValue();
            return ProbabilityQueue.power(n);
        }
        throw bad("--queue", text, "it is risk-averse, log, or power:N such as power:2");
    }

    private static Failure bad(String option, String text, String help) {
        return new Failure(ErrorCode.BAD_VALUE, option + " " + text + " cannot be used").help(help);
    }
}
