package io.fulmar.research.data;

import io.fulmar.research.backtest.CandleFile;
import io.fulmar.research.backtest.CandleRows;
import io.fulmar.research.backtest.CsvHints;
import io.fulmar.research.backtest.DataException;
import io.fulmar.research.backtest.DataFault;
import io.fulmar.research.backtest.TradeFile;
import io.fulmar.store.lake.ArrowField;
import io.fulmar.store.lake.ArrowReader;
import io.fulmar.store.lake.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Candles and trades in Arrow files of other programs; Freqtrade writes both. */
final class FeatherFile {
    private static final List<String> PRICES = List.of("open", "high", "low", "close");

    private FeatherFile() {}

    /** {@code file} is what messages call the content. */
    static CandleRows candles(Path file, Path content, CsvHints hints) {
        try (ArrowReader arrow = ArrowReader.open(content)) {
            int size = rows(file, arrow);
            List<String> meanings = CandleFile.meanings(names(arrow), hints);
            double[][] prices = new double[PRICES.size()][];
            for (int i = 0; i < prices.length; i++) {
                prices[i] = numbers(file, arrow, required(file, arrow, meanings, PRICES.get(i)), size);
            }
            int volume = meanings.indexOf("volume");
            int quoteVolume = meanings.indexOf("quote_volume");
            int trades = meanings.indexOf("trades");
            CandleRows rows = new CandleRows(
                    times(file, arrow, required(file, arrow, meanings, "time"), size),
                    prices,
                    volume < 0 ? new double[size] : numbers(file, arrow, volume, size),
                    quoteVolume < 0 ? new double[0] : numbers(file, arrow, quoteVolume, size),
                    trades < 0 ? new int[0] : counts(file, arrow, trades, size),
                    size);
            int flags = names(arrow).indexOf("flags");
            if (flags >= 0 && isWhole(arrow.fields().get(flags).type())) {
                flags(arrow, flags, rows);
            }
            return CandleFile.ofDoubles(file, rows);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw damaged(file, e);
        }
    }

    /** What a lake once knew of its bars it still knows; bits that it has no word for are nothing to it. */
    private static void flags(ArrowReader arrow, int column, CandleRows into) {
        int known = Rows.INCOMPLETE | Rows.REPAIRED | Rows.SNAPPED;
        for (int row = 0; row < into.size(); row++) {
            if (arrow.isThere(column, row)) {
                into.flags()[row] = (byte) (arrow.longAt(column, row) & known);
            }
        }
    }

    static long trades(Path file, Path content, TradeFile.Sink sink) {
        try (ArrowReader arrow = ArrowReader.open(content)) {
            List<String> names = names(arrow);
            int time = one(file, arrow, names, "timestamp", "time", "date");
            int price = one(file, arrow, names, "price");
            int quantity = one(file, arrow, names, "amount", "quantity", "qty", "size");
            int side = names.indexOf("side");
            int id = names.indexOf("id");
            Epoch epoch = Epoch.of(file, arrow, time);
            long last = Long.MIN_VALUE;
            for (long row = 0; row < arrow.rows(); row++) {
                long now = epoch.nanos(arrow, row);
                if (now < last) {
                    throw wrong(file, row, "time", DataFault.TIME_BACKWARDS, "the time is earlier than the row before");
                }
                last = now;
                double paid = arrow.doubleAt(price, row);
                double amount = arrow.doubleAt(quantity, row);
                if (!(paid > 0 && amount > 0 && paid + amount < Double.POSITIVE_INFINITY)) {
                    throw wrong(
                            file,
                            row,
                            "price",
                            DataFault.PRICE_NOT_POSITIVE,
                            paid + " or " + amount + " is not above 0");
                }
                sink.trade(
                        now,
                        paid,
                        amount,
                        side < 0 ? 0 : side(arrow, side, row),
                        id < 0 ? TradeFile.NO_ID : id(arrow, id, row));
            }
            return arrow.rows();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw damaged(file, e);
        }
    }

    /** A word such as "buy", or a number above or below 0, as the lake writes it. */
    private static int side(ArrowReader arrow, int column, long row) {
        if (isWhole(arrow.fields().get(column).type())) {
            return Long.signum(arrow.longAt(column, row));
        }
        String word = isText(arrow, column) ? arrow.textAt(column, row).toLowerCase(Locale.ROOT) : "";
        return word.startsWith("b") ? 1 : word.startsWith("s") ? -1 : 0;
    }

    private static long id(ArrowReader arrow, int column, long row) {
        if (!isText(arrow, column)) {
            return isWhole(arrow.fields().get(column).type()) ? arrow.longAt(column, row) : TradeFile.NO_ID;
        }
        String text = arrow.textAt(column, row);
        boolean number = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(text) : TradeFile.NO_ID;
    }

    private static boolean isText(ArrowReader arrow, int column) {
        return switch (arrow.fields().get(column).type()) {
            case UTF8, LARGE_UTF8 -> true;
            case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64, BOOL, NULL -> false;
            case TIMESTAMP, TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> false;
        };
    }

    private static boolean isWhole(ArrowField.Type type) {
        return switch (type) {
            case INT8, INT16, INT32, INT64 -> true;
            case UTF8, LARGE_UTF8, FLOAT32, FLOAT64, BOOL, NULL -> false;
            case TIMESTAMP, TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> false;
        };
    }

    private static List<String> names(ArrowReader arrow) {
        return arrow.fields().stream().map(ArrowField::name).toList();
    }

    private static int rows(Path file, ArrowReader arrow) {
        if (arrow.rows() > CandleFile.ROWS_MAX) {
            throw DataException.in(
                    file, DataFault.FILE_SHAPE, "has " + arrow.rows() + " rows of candles, too many for one file");
        }
        return (int) arrow.rows();
    }

    private static int required(Path file, ArrowReader arrow, List<String> meanings, String meaning) {
        int column = meanings.indexOf(meaning);
        if (column < 0) {
            throw schema(file, arrow, "no column is " + meaning);
        }
        return column;
    }

    private static int one(Path file, ArrowReader arrow, List<String> names, String... wanted) {
        return Arrays.stream(wanted)
                .mapToInt(names::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElseThrow(() -> schema(file, arrow, "no column is " + wanted[0]));
    }

    private static DataException schema(Path file, ArrowReader arrow, String problem) {
        return DataException.in(file, DataFault.SHAPE_UNKNOWN, problem + " among " + String.join(", ", names(arrow)));
    }

    private static double[] numbers(Path file, ArrowReader arrow, int column, int size) {
        ArrowField field = arrow.fields().get(column);
        double[] numbers = new double[size];
        switch (field.type()) {
            case FLOAT32, FLOAT64 -> {
                for (int row = 0; row < size; row++) {
                    numbers[row] = arrow.doubleAt(column, row);
                }
            }
            case INT8, INT16, INT32, INT64 -> {
                for (int row = 0; row < size; row++) {
                    numbers[row] = arrow.isThere(column, row) ? (double) arrow.longAt(column, row) : Double.NaN;
                }
            }
            case BOOL, UTF8, LARGE_UTF8, NULL, TIMESTAMP, TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS ->
                throw schema(file, arrow, "column " + field.name() + " holds no numbers but " + field.type());
        }
        return numbers;
    }

    private static int[] counts(Path file, ArrowReader arrow, int column, int size) {
        double[] numbers = numbers(file, arrow, column, size);
        int[] counts = new int[size];
        for (int row = 0; row < size; row++) {
            counts[row] = Double.isNaN(numbers[row]) ? -1 : (int) numbers[row];
        }
        return counts;
    }

    private static long[] times(Path file, ArrowReader arrow, int column, int size) {
        long[] times = new long[size];
        if (size > 0) {
            Epoch epoch = Epoch.of(file, arrow, column);
            for (int row = 0; row < size; row++) {
                times[row] = epoch.nanos(arrow, row);
            }
        }
        return times;
    }

    /** A column of times, or of whole numbers whose size tells what they count: seconds, ms, us or ns. */
    private record Epoch(int column, long unit) {
        static Epoch of(Path file, ArrowReader arrow, int column) {
            return switch (arrow.fields().get(column).type()) {
                case TIMESTAMP, TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> new Epoch(column, 1);
                case INT64, INT32 ->
                    new Epoch(column, arrow.rows() == 0 ? 1 : CandleFile.unit(arrow.longAt(column, 0)));
                case INT8, INT16, FLOAT32, FLOAT64, BOOL, UTF8, LARGE_UTF8, NULL ->
                    throw schema(
                            file, arrow, "column " + arrow.fields().get(column).name() + " holds no times");
            };
        }

        long nanos(ArrowReader arrow, long row) {
            return Math.multiplyExact(arrow.longAt(column, row), unit);
        }
    }

    private static DataException wrong(Path file, long row, String column, DataFault fault, String problem) {
        return DataException.atRow(file, row + 1, column, fault, problem);
    }

    private static DataException damaged(Path file, Exception e) {
        return DataException.in(file, DataFault.ARCHIVE_DAMAGED, "cannot be read as Arrow (" + e.getMessage() + ")");
    }
}
