package io.fulmar.research.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * {@code holdout.log} in a sweep's folder: each time that held-out bars were looked at, and what was seen. A line of JSON each; it only grows. An opening is
 * on the disk before anything is evaluated, so that no crash makes one forgotten.
 */
public final class HoldoutLog {
    static final String NAME = "holdout.log";

    /**
     * One opening.
     *
     * @param number from 1
     * @param at when, as the wall clock had it
     */
    public record Opening(int number, String at, List<Long> combinations) {
        public Opening {
            combinations = List.copyOf(combinations);
        }
    }

    /**
     * What a combination did on the held-out bars of one market.
     *
     * @param market such as {@code BTC/USDT:USDT 5m}
     * @param sharpe of daily returns, per day
     * @param deflated how likely the true one is above what the best of so many openings shows by luck
     */
    public record Seen(
            int opening,
            long combination,
            String market,
            int trades,
            double netReturn,
            double maxDrawdown,
            long fees,
            double sharpe,
            double deflated) {}

    /** All of it. */
    public record Content(List<Opening> openings, List<Seen> seen) {
        public Content {
            openings = List.copyOf(openings);
            seen = List.copyOf(seen);
        }

        /** How many different combinations were looked at. */
        public int combinations() {
            return Math.toIntExact(openings.stream()
                    .flatMap(one -> one.combinations().stream())
                    .distinct()
                    .count());
        }
    }

    private HoldoutLog() {}

    /** What was opened so far in that sweep. */
    public static Content read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return Files.exists(file) ? parse(file, Files.readAllBytes(file)) : new Content(List.of(), List.of());
        } catch (IOException e) {
            throw SweepFolder.unwritable(folder, e);
        }
    }

    /** Notes an opening; the bars may be looked at when this returns. */
    public static Opening open(Path folder, String at, List<Long> combinations) {
        Path file = folder.resolve(NAME);
        try (SharedLog log = SharedLog.open(file)) {
            byte[] before = Files.readAllBytes(file);
            int number = parse(file, before).openings.size() + 1;
            SequencedMap<String, Object> line = new LinkedHashMap<>();
            line.put("opening", (long) number);
            line.put("before", (long) number - 1);
            line.put("at", at);
            line.put("combinations", combinations);
            log.append(whole(before), line(line));
            return new Opening(number, at, combinations);
        } catch (IOException e) {
            throw SweepFolder.unwritable(folder, e);
        }
    }

    /** Notes what was seen. */
    public static void note(Path folder, List<Seen> seen) {
        Path file = folder.resolve(NAME);
        try (SharedLog log = SharedLog.open(file)) {
            for (Seen one : seen) {
                SequencedMap<String, Object> line = new LinkedHashMap<>();
                line.put("opening", (long) one.opening);
                line.put("combination", one.combination);
                line.put("market", one.market);
                line.put("trades", (long) one.trades);
                line.put("netReturn", Double.toString(one.netReturn));
                line.put("maxDrawdown", Double.toString(one.maxDrawdown));
                line.put("fees", one.fees);
                line.put("sharpe", Double.toString(one.sharpe));
                line.put("deflatedSharpe", Double.toString(one.deflated));
                log.append(whole(Files.readAllBytes(file)), line(line));
            }
        } catch (IOException e) {
            throw SweepFolder.unwritable(folder, e);
        }
    }

    private static byte[] line(Object fields) {
        return (PlainJson.write(fields) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Where the last line ends; what stands behind it was torn by a crash, before anything was looked at. */
    private static int whole(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static Content parse(Path file, byte[] bytes) {
        List<Opening> openings = new ArrayList<>();
        List<Seen> seen = new ArrayList<>();
        try {
            for (String line : new String(bytes, 0, whole(bytes), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonFields fields = JsonFields.parse(line);
                int opening = Math.toIntExact(fields.number("opening"));
                if (fields.fields().containsKey("combinations")) {
                    openings.add(new Opening(opening, fields.text("at"), fields.longs("combinations")));
                } else {
                    seen.add(seen(opening, fields));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new SweepException(
                    SweepException.Fault.DAMAGED,
                    file + " cannot be read: " + e.getMessage(),
                    "restore the file from a copy: how often the hold-out was opened stands nowhere else",
                    e);
        }
        return new Content(openings, seen);
    }

    private static Seen seen(int opening, JsonFields fields) {
        return new Seen(
                opening,
                fields.number("combination"),
                fields.text("market"),
                Math.toIntExact(fields.number("trades")),
                Double.parseDouble(fields.text("netReturn")),
                Double.parseDouble(fields.text("maxDrawdown")),
                fields.number("fees"),
                Double.parseDouble(fields.text("sharpe")),
                Double.parseDouble(fields.text("deflatedSharpe")));
    }
}
