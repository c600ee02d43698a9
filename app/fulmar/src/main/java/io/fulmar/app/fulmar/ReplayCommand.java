package io.fulmar.app.fulmar;

import io.fulmar.live.Pace;
import io.fulmar.live.Player;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Replay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** {@code fulmar data replay}: what a lake holds of some markets, told again in the order in which it was heard. */
final class ReplayCommand {
    private static final long STEP_MAX = 1_000_000;

    private static final WallClock CLOCK = new WallClock();

    /** Counts how often a replay waited: whoever watches it knows then that it lives. */
    private static final AtomicLong WAITS = new AtomicLong();

    private static final Player.Passing REAL = new Player.Passing() {
        @Override
        public long nanos() {
            return CLOCK.nanos();
        }

        @Override
        public void await(long nanos) {
            WAITS.incrementAndGet();
            LockSupport.parkNanos(nanos);
        }
    };

    private ReplayCommand() {}

    /** {@code keys} is where a person types, or empty. */
    static CommandEntry command(InputStream keys) {
        return new CommandEntry(
                "data replay",
                "tell what a lake holds again, in the order in which it was heard",
                Argument.NONE,
                Stream.concat(OPTIONS.stream(), ReplayedStrategy.options().stream())
                        .toList(),
                List.of(
                        "fulmar data replay --lake lake --symbol BTC/USDT:USDT --kinds trades,quotes --bars 1m",
                        "fulmar data replay --lake lake --symbol BTC/USDT --speed 60 --from 2024-01-08 --json",
                        "fulmar data replay --lake lake --symbol BTC/USDT --strategy MyIdea.java --bars 5m"),
                (given, terminal) -> run(given, terminal, keys));
    }

    private static final List<Option> OPTIONS = List.of(
            LakeOption.LAKE,
            Option.repeated("--symbol", "SYMBOL", "whose data; may be given more than once (default all)"),
            Option.of("--venue", "NAME", "which venue's (default all)"),
            Option.of("--kinds", "LIST", "such as trades,quotes,books,candles-1m (default all)"),
            Option.of("--from", "TIME", "rows from that time on"),
            Option.of("--to", "TIME", "rows before that time"),
            Option.of("--speed", "N", "max, or times as fast as it happened (default max)"),
            Option.flag("--step", "event by event: Enter for the next, a number for so many, q to stop"),
            Option.repeated("--bars", "KIND", "make such bars of the trades on the way, and count them"));

    private static ExitCode run(Invocation given, Terminal terminal, InputStream keys) {
        ReplayRequest request = ReplayRequest.of(given);
        Optional<ReplayedStrategy> strategy = ReplayedStrategy.of(given, terminal);
        List<DatasetReader> readers = new ArrayList<>();
        request.streams().forEach(each -> readers.add(request.lake().read(each, request.from(), request.to())));
        try (Replay replay = Replay.of(readers)) {
            ReplayTally tally = new ReplayTally(replay, request.bars(), strategy);
            Player player = new Player(replay, request.pace(), REAL);
            long begun = CLOCK.nanos();
            Optional<ReplayedStrategy.Outcome> outcome = Optional.empty();
            if (strategy.isPresent()) {
                outcome = Optional.of(behind(strategy.get(), player, tally, terminal));
            } else if (request.stepped()) {
                step(player, tally, terminal, keys);
            } else {
                player.play(Long.MAX_VALUE, tally::hear);
            }
            double seconds = (CLOCK.nanos() - begun) / 1e9;
            if (strategy.isEmpty()) tally.end();
            boolean measured = !request.stepped() && request.pace() instanceof Pace.Full;
            tell(tally, outcome, terminal, measured ? seconds : -seconds, player.isOver());
            return ExitCode.DONE;
        }
    }

    /** Watched like any strategy; what it prints goes to stderr. A replay that waits for its time lives. */
    private static ReplayedStrategy.Outcome behind(
            ReplayedStrategy strategy, Player player, ReplayTally tally, Terminal terminal) {
        PrintStream stdout = System.out;
        System.setOut(terminal.err());
        try {
            return strategy.supervisor()
                    .call(
                            () -> {
                                player.play(Long.MAX_VALUE, tally::hear);
                                tally.end();
                                return strategy.end();
                            },
                            () -> WAITS.get() + tally.events(),
                            (done, taken) -> {});
        } finally {
            System.setOut(stdout);
        }
    }

    /** Each line that is typed is a step; the end of what is typed is the end. */
    private static void step(Player player, ReplayTally tally, Terminal terminal, InputStream keys) {
        Player.Audience audience = () -> {
            tally.hear();
            if (!terminal.json()) terminal.out().println(tally.line());
        };
        BufferedReader lines = new BufferedReader(new InputStreamReader(keys, java.nio.charset.StandardCharsets.UTF_8));
        try {
            while (!player.isOver()) {
                String line = lines.readLine();
                if (line == null || line.strip().equals("q")) {
                    return;
                }
                player.play(steps(line.strip(), terminal), audience);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what was typed cannot be read", e);
        }
    }

    private static long steps(String line, Terminal terminal) {
        if (line.isEmpty()) {
            return 1;
        }
        if (line.matches("[1-9][0-9]{0,6}")) {
            return Math.min(STEP_MAX, Long.parseLong(line));
        }
        terminal.err().println("Enter for the next event, a number up to " + STEP_MAX + " for so many, q to stop");
        return 0;
    }

    /** {@code took} is negative where it was not the machine that took the time. */
    private static void tell(
            ReplayTally tally,
            Optional<ReplayedStrategy.Outcome> outcome,
            Terminal terminal,
            double took,
            boolean over) {
        double seconds = Math.abs(took);
        if (terminal.json()) {
            JsonValue.Fields json = tally.json(seconds, over);
            outcome.ifPresent(of -> json.put("strategy", of.json()));
            terminal.out().println(json.onOneLine());
            return;
        }
        String range = tally.events() == 0 ? "" : ", " + IsoTime.of(tally.first()) + " to " + IsoTime.of(tally.last());
        terminal.out().println(String.format(Locale.ROOT, "%,d events%s", tally.events(), range));
        if (took >= 0 && tally.events() > 0) {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT, "%.3f s, %,.0f events a second", seconds, tally.events() / seconds));
        }
        if (tally.bars() > 0) terminal.out().println(tally.bars() + " bars made of the trades");
        if (tally.refused() > 0)
            terminal.out().println(tally.refused() + " refused, because they cannot have happened: see --json");
        if (tally.dark() > 0) terminal.out().println(tally.dark() + " times a book could not be trusted");
        terminal.out().println("hash " + tally.hash());
        outcome.ifPresent(of -> terminal.out().println(of.text()));
    }
}
