package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.simulation.exchange.FundingSchedule.Settlement;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of funding rates: {@code time,rate} and perhaps {@code mark}, see docs/funding-file.md. Nothing in it is guessed. */
public final class FundingFile {
    private static final long BYTES_MAX = 64L << 20;
    private static final List<String> COLUMNS = List.of("time", "rate", "mark");

    /** A rate beyond this is a percentage that was taken for a fraction. */
    private static final BigDecimal RATE_MAX = new BigDecimal("0.05");

    /** Room behind a cell, so that its reader need not look for the end. */
    private static final int SLACK = 64;

    private final Path file;
    private final Instrument instrument;
    private final CsvTime time = new CsvTime();
    private final List<Settlement> settlements = new ArrayList<>();
    private long line;

    private FundingFile(Path file, Instrument instrument) {
        this.file = file;
        this.instrument = instrument;
    }

    /** All settlements of the file that lie in the time of the bars. */
    public static Funding read(Path file, MarketData market) {
        return Funding.of(file, new FundingFile(file, market.instrument()).rows(), market.bars());
    }

    private List<Settlement> rows() {
        String[] lines = text().split("\r?\n", -1);
        List<String> header = header(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            line = i + 1L;
            if (!lines[i].isBlank() || i < lines.length - 1) {
                row(lines[i], header);
            }
        }
        if (settlements.isEmpty()) {
            throw DataException.in(file, DataFault.ROWS_MISSING, "holds no settlement");
        }
        return settlements;
    }

    private String text() {
        try {
            if (!Files.exists(file)) {
                throw DataException.in(file, DataFault.FILE_MISSING, "is not there");
            }
            if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) {
                throw DataException.in(file, DataFault.FILE_NOT_REGULAR, "is no file of funding rates");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw DataException.in(file, DataFault.FILE_NOT_TEXT, "is not UTF-8");
        } catch (IOException e) {
            throw DataException.in(file, DataFault.FILE_UNREADABLE, "cannot be read");
        }
    }

    private List<String> header(String text) {
        List<String> names = new ArrayList<>();
        for (String cell : text.split(",", -1)) {
            String name = cell.strip();
            if (!COLUMNS.contains(name)) {
                throw DataException.at(
                        file, 1, DataFault.FUNDING_COLUMNS, "the column '" + shown(name) + "' is not known");
            }
            if (names.contains(name)) {
                throw DataException.at(file, 1, name, DataFault.COLUMN_TWICE, "it is there twice");
            }
            names.add(name);
        }
        if (!names.contains("time") || !names.contains("rate")) {
            throw DataException.at(file, 1, DataFault.FUNDING_COLUMNS, "a column is missing");
        }
        return names;
    }

    private void row(String text, List<String> header) {
        String[] cells = text.split(",", -1);
        if (cells.length != header.size()) {
            throw DataException.at(
                    file, line, DataFault.CELL_COUNT, cells.length + " cells where the header has " + header.size());
        }
        long nanos = time(cells[header.indexOf("time")].strip());
        Rate rate = rate(cells[header.indexOf("rate")].strip());
        int mark = header.indexOf("mark");
        add(new Settlement(nanos, rate, mark < 0 ? 0 : mark(cells[mark].strip())));
    }

    private void add(Settlement settlement) {
        if (!settlements.isEmpty()) {
            long before = settlements.getLast().timeNanos();
            if (settlement.timeNanos() == before) {
                throw DataException.at(file, line, "time", DataFault.TIME_TWICE, "the time of the row before");
            }
            if (settlement.timeNanos() < before) {
                throw DataException.at(file, line, "time", DataFault.TIME_BACKWARDS, "earlier than the row before");
            }
        }
        settlements.add(settlement);
    }

    private long time(String cell) {
        byte[] bytes = new byte[cell.length() + SLACK];
        byte[] text = cell.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, bytes, 0, text.length);
        bytes[text.length] = '\n';
        return switch (time.readTrimmed(bytes, 0, text.length)) {
            case TIME -> time.nanos;
            case MIXED ->
                throw DataException.at(
                        file,
                        line,
                        "time",
                        DataFault.TIME_UNITS_MIXED,
                        "'" + shown(cell) + "' is not " + time.form.words);
            case UNREADABLE ->
                throw DataException.at(
                        file, line, "time", DataFault.TIME_UNREADABLE, "'" + shown(cell) + "' is no time");
        };
    }

    private Rate rate(String cell) {
        BigDecimal fraction = number("rate", cell);
        if (fraction.abs().compareTo(RATE_MAX) > 0) {
            throw DataException.at(
                    file,
                    line,
                    "rate",
                    DataFault.RATE_TOO_LARGE,
                    shown(cell) + " would be " + fraction.movePointRight(2).toPlainString()
                            + " % of the position at once");
        }
        try {
            return Rate.ofFraction(Decimal.of(fraction));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw DataException.at(
                    file, line, "rate", DataFault.NUMBER_UNREADABLE, "'" + shown(cell) + "' has too many digits");
        }
    }

    /** In ticks, rounded half-even; an empty cell means: the last close. */
    private long mark(String cell) {
        if (cell.isEmpty()) {
            return 0;
        }
        BigDecimal price = number("mark", cell);
        if (price.signum() <= 0) {
            throw DataException.at(file, line, "mark", DataFault.PRICE_NOT_POSITIVE, shown(cell) + " is no price");
        }
        try {
            return Math.max(
                    1,
                    price.divide(instrument.tick().toBigDecimal(), 0, RoundingMode.HALF_EVEN)
                            .longValueExact());
        } catch (ArithmeticException e) {
            throw DataException.at(file, line, "mark", DataFault.NUMBER_TOO_LARGE, shown(cell) + " is no price");
        }
    }

    private BigDecimal number(String column, String cell) {
        if (!cell.matches("[-+]?[0-9]{1,15}(\\.[0-9]{1,18})?([eE][-+]?[0-9]{1,2})?")) {
            throw DataException.at(
                    file, line, column, DataFault.NUMBER_UNREADABLE, "'" + shown(cell) + "' is no number");
        }
        return new BigDecimal(cell);
    }

    private static String shown(String cell) {
        return cell.length() > 40 ? cell.substring(0, 40) + "..." : cell;
    }
}
