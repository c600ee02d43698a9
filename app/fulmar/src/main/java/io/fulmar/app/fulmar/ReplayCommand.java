package io.fulmar.app.fulmar;

import io.fulmar.live.Pace;
import io.fulmar.live.Player;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Replay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** {@code fulmar data replay}: what a lake holds of some markets, told again in the order in which it was heard. */
final class ReplayCommand {
    private static final long STEP_MAX = 1_000_000;

    private static final WallClock CLOCK = new WallClock();

    private static final Player.Passing REAL = new Player.Passing() {
        @Override
        public long nanos() {
            return CLOCK.nanos();
        }

        @Override
        public void await(long nanos) {
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
                List.of(
                        LakeOption.LAKE,
                        Option.repeated("--symbol", "SYMBOL", "whose data; may be given more than once (default all)"),
                        Option.of("--venue", "NAME", "which venue's (default all)"),
                        Option.of("--kinds", "LIST", "such as trades,quotes,books,candles-1m (default all)"),
                        Option.of("--from", "TIME", "rows from that time on"),
                        Option.of("--to", "TIME", "rows before that time"),
                        Option.of("--speed", "N", "max, or times as fast as it happened (default max)"),
                        Option.flag("--step", "event by event: Enter for the next, a number for so many, q to stop"),
                        Option.repeated("--bars", "KIND", "make such bars of the trades on the way, and count them")),
                List.of(
                        "fulmar data replay --lake lake --symbol BTC/USDT:USDT --kinds trades,quotes --bars 1m",
                        "fulmar data replay --lake lake --symbol BTC/USDT --speed 60 --from 2024-01-08 --json"),
                (given, terminal) -> run(given, terminal, keys));
    }

    private static ExitCode run(Invocation given, Terminal terminal, InputStream keys) {
        ReplayRequest request = ReplayRequest.of(given);
        List<DatasetReader> readers = new ArrayList<>();
        request.streams().forEach(each -> readers.add(request.lake().read(each, request.from(), request.to())));
        try (Replay replay = Replay.of(readers)) {
            ReplayTally tally = new ReplayTally(replay, request.bars());
            Player player = new Player(replay, request.pace(), REAL);
            long begun = CLOCK.nanos();
            if (request.stepped()) {
                step(player, tally, terminal, keys);
            } else {
                player.play(Long.MAX_VALUE, tally::hear);
            }
            double seconds = (CLOCK.nanos() - begun) / 1e9;
            tally.end();
            boolean measured = !request.stepped() && request.pace() instanceof Pace.Full;
            tell(tally, terminal, seconds, measured, player.isOver());
            return ExitCode.DONE;
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

    private static void tell(ReplayTally tally, Terminal terminal, double seconds, boolean measured, boolean over) {
        if (terminal.json()) {
            terminal.out().println(tally.json(seconds, over).onOneLine());
            return;
        }
        String range = tally.events() == 0 ? "" : ", " + IsoTime.of(tally.first()) + " to " + IsoTime.of(tally.last());
        terminal.out().println(String.format(Locale.ROOT, "%,d events%s", tally.events(), range));
        if (measured && tally.events() > 0) {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT, "%.3f s, %,.0f events a second", seconds, tally.events() / seconds));
        }
        if (tally.bars() > 0) terminal.out().println(tally.bars() + " bars made of the trades");
        if (tally.refused() > 0)
            terminal.out().println(tally.refused() + " refused, because they cannot have happened: see --json");
        if (tally.dark() > 0) terminal.out().println(tally.dark() + " times a book could not be trusted");
        terminal.out().println("hash " + tally.hash());
    }
}
