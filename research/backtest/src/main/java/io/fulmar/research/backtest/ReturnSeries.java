package io.fulmar.research.backtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * Returns with their times, oldest first.
 *
 * @param times UTC nanoseconds, never going backwards
 * @param returns simple returns, 0.01 for one percent, finite
 */
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
public record ReturnSeries(long[] times, double[] returns) {
    private static final long DAY = 86_400_000_000_000L;

    /** A file of returns that cannot be read: the message names file, line and fix. */
    public static final class Unreadable extends RuntimeException {
        private final String place;
        private final String problem;
        private final String fix;

        private Unreadable(String place, String problem, String fix) {
            super(place + ": " + problem + "; " + fix);
            this.place = place;
            this.problem = problem;
            this.fix = fix;
        }

        static Unreadable of(Path file, IOException cause) {
            Unreadable unreadable = switch (cause) {
                case CharacterCodingException _ ->
                    new Unreadable(file.toString(), "it is not UTF-8 text", "unpack or export it as plain UTF-8 CSV");
                case NoSuchFileException _ ->
                    new Unreadable(file.toString(), "there is no such file", "check the path");
                default ->
                    new Unreadable(
                            file.toString(),
                            "it cannot be read: " + cause.getMessage(),
                            "give the path of a CSV file that you may read");
            };
            unreadable.initCause(cause);
            return unreadable;
        }

        /** The file, and the line if there is one. */
        public String place() {
            return place;
        }

        /** What is wrong, without place and fix. */
        public String problem() {
            return problem;
        }

        /** What to do about it. */
        public String fix() {
            return fix;
        }
    }

    public ReturnSeries {
        if (times.length != returns.length || times.length == 0) {
            throw new IllegalArgumentException("a series needs as many times as returns, and at least one");
        }
    }

    /** Reads a CSV with the columns time and return, in any order; other columns are ignored. */
    public static ReturnSeries read(Path csv) {
        try (BufferedReader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            return new Reading(csv).read(reader);
        } catch (IOException e) {
            throw Unreadable.of(csv, e);
        }
    }

    /** Returns added up by UTC day, in order. */
    double[] dailySums() {
        double[] sums = new double[times.length];
        int days = 0;
        for (int from = 0; from < times.length; days++) {
            int to = from + 1;
            while (to < times.length && Math.floorDiv(times[to], DAY) == Math.floorDiv(times[from], DAY)) {
                to++;
            }
            sums[days] = Sums.sum(Arrays.copyOfRange(returns, from, to));
            from = to;
        }
        return Arrays.copyOf(sums, days);
    }

    /** One file being read. */
    private static final class Reading {
        private final Path file;
        private long line;
        private int timeColumn;
        private int returnColumn;
        private long[] times = new long[512];
        private double[] returns = new double[512];
        private int size;

        Reading(Path file) {
            this.file = file;
        }

        ReturnSeries read(BufferedReader reader) throws IOException {
            String row = reader.readLine();
            line = 1;
            header(row == null ? "" : row.startsWith("\uFEFF") ? row.substring(1) : row);
            for (row = reader.readLine(); row != null; row = reader.readLine()) {
                line++;
                if (!row.isBlank()) {
                    take(row.split(",", -1));
                }
            }
            if (size == 0) {
                throw unreadable("no returns follow the header", "add a row such as 2024-01-01,0.0123");
            }
            return new ReturnSeries(Arrays.copyOf(times, size), Arrays.copyOf(returns, size));
        }

        private void header(String row) {
            List<String> names =
                    Arrays.stream(row.split(",", -1)).map(Reading::bare).toList();
            timeColumn = names.indexOf("time");
            returnColumn = names.indexOf("return");
            if (timeColumn < 0 || returnColumn < 0) {
                throw unreadable(
                        "the header lacks time or return; it says \"" + row.strip() + "\"",
                        "the header must name the columns time and return, e.g. time,return");
            }
        }

        private void take(String[] cells) {
            if (cells.length <= Math.max(timeColumn, returnColumn)) {
                throw unreadable("only " + cells.length + " column(s)", "give every row as many cells as the header");
            }
            long time = time(bare(cells[timeColumn]));
            if (size > 0 && time <= times[size - 1]) {
                String how = time == times[size - 1] ? "is there twice" : "goes backwards";
                throw unreadable("time " + bare(cells[timeColumn]) + " " + how, "sort the rows by time, one each");
            }
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
                returns = Arrays.copyOf(returns, size * 2);
            }
            times[size] = time;
            returns[size++] = number(bare(cells[returnColumn]));
        }

        private double number(String cell) {
            try {
                double value = Double.parseDouble(cell);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below, with the place
            }
            throw unreadable("return \"" + cell + "\" is not a number", "write 0.0123 for 1.23 %, or drop the row");
        }

        private long time(String cell) {
            try {
                if (!cell.isEmpty() && cell.chars().allMatch(Character::isDigit)) {
                    return epoch(Long.parseLong(cell));
                }
                return nanos(instant(cell.replace(' ', 'T')));
            } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
                throw unreadable(
                        "time \"" + cell + "\" is not understood",
                        "write 2024-01-31, 2024-01-31T00:00:00Z or seconds since 1970");
            }
        }

        /** Seconds, milli-, micro- or nanoseconds, told by magnitude. */
        private static long epoch(long value) {
            if (value > 19_000_000 && value < 100_000_000) {
                throw new DateTimeException("a date without dashes, or an hour of the early seventies");
            }
            long unit = value < 100_000_000_000L
                    ? 1_000_000_000L
                    : value < 100_000_000_000_000L ? 1_000_000L : value < 100_000_000_000_000_000L ? 1_000L : 1L;
            return Math.multiplyExact(value, unit);
        }

        private static Instant instant(String text) {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 10;
            return zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }

        private static long nanos(Instant instant) {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        }

        private static String bare(String cell) {
            String text = cell.strip();
            boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
            return quoted ? text.substring(1, text.length() - 1).strip() : text;
        }

        private Unreadable unreadable(String problem, String fix) {
            return new Unreadable(file + " line " + line, problem, fix);
        }
    }
}
