package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.market.Bars;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Writes bars as the CSV that {@link CsvBars} reads: ISO times, prices with all decimals of the tick, volumes in the shortest form
 * that reads back as the same double.
 */
public final class CsvWriter {
    private static final byte[] HEADER = "time,open,high,low,close,volume\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;

    /** No row is longer: a time of 31 bytes, four prices of 21 and a volume of 25. */
    private static final int ROW_MAX = 160;

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    /** Volumes below this with at most 8 decimals are written digit by digit; others through the JDK. */
    private static final double VOLUME_PLAIN_MAX = 1e6;

    private static final double VOLUME_DIVISOR = 1e8;

    private final OutputStream out;
    private final Decimal tick;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] dateText = new byte[11];
    private long date = Long.MIN_VALUE;
    private int length;

    private CsvWriter(OutputStream out, Decimal tick) {
        this.out = out;
        this.tick = tick;
    }

    /** Writes a header and all bars; the stream stays open. */
    public static void write(OutputStream out, Bars bars, Decimal tick) throws IOException {
        new CsvWriter(out, tick).rows(bars);
    }

    private void rows(Bars bars) throws IOException {
        out.write(HEADER);
        for (int i = 0; i < bars.size(); i++) {
            if (length > BUFFER - ROW_MAX) {
                flush();
            }
            time(bars.openTimes()[i]);
            price(bars.opens()[i]);
            price(bars.highs()[i]);
            price(bars.lows()[i]);
            price(bars.closes()[i]);
            volume(bars.volumes()[i]);
            put('\n');
        }
        flush();
    }

    private void time(long nanos) {
        long day = Math.floorDiv(nanos, DAY);
        if (day != date) {
            byte[] text = (LocalDate.ofEpochDay(day) + "T").getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, dateText, 0, text.length);
            date = day;
        }
        System.arraycopy(dateText, 0, buffer, length, dateText.length);
        length += dateText.length;
        long rest = nanos - day * DAY;
        int seconds = (int) (rest / SECOND);
        digits(seconds / 3600, 2);
        put(':');
        digits(seconds / 60 % 60, 2);
        put(':');
        digits(seconds % 60, 2);
        long fraction = rest % SECOND;
        if (fraction != 0) {
            put('.');
            digits(fraction, 9);
        }
        put('Z');
    }

    private void price(long ticks) {
        put(',');
        decimal(Math.multiplyExact(ticks, tick.mantissa()), tick.scale());
    }

    private void volume(double volume) {
        put(',');
        double scaled = volume * VOLUME_DIVISOR;
        long mantissa = (long) scaled;
        if (volume < VOLUME_PLAIN_MAX && mantissa / VOLUME_DIVISOR == volume) {
            int decimals = 8;
            while (decimals > 0 && mantissa % 10 == 0) {
                mantissa /= 10;
                decimals--;
            }
            decimal(mantissa, decimals);
        } else {
            text(Double.toString(volume));
        }
    }

    private void decimal(long mantissa, int decimals) {
        int digits = Math.max(decimals + 1, digitCount(mantissa));
        digits(decimals == 0 ? mantissa : mantissa / CsvNumber.power(decimals), digits - decimals);
        if (decimals > 0) {
            put('.');
            digits(mantissa % CsvNumber.power(decimals), decimals);
        }
    }

    private void digits(long value, int count) {
        long rest = value;
        for (int i = length + count - 1; i >= length; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private static int digitCount(long value) {
        int count = 1;
        while (count <= CsvNumber.DIGITS_MAX && value >= CsvNumber.power(count)) {
            count++;
        }
        return count;
    }

    private void text(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, buffer, length, ascii.length);
        length += ascii.length;
    }

    private void put(char c) {
        buffer[length++] = (byte) c;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
