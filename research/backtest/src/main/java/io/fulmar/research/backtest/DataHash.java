package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.market.Bars;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over what the data says, however the file wrote it: symbol (length and UTF-8), tick and lot (mantissa and scale), timeframe
 * and number of bars, then for each bar the open time, open, high, low, close in ticks and the bits of the volume, everything as
 * little-endian 64-bit numbers.
 */
final class DataHash {
    private static final int BAR_BYTES = 6 * Long.BYTES;
    private static final int BARS_AT_ONCE = 1024;

    private DataHash() {}

    static String of(Instrument instrument, Bars bars) {
        var digest = sha256();
        digest.update(head(instrument, bars));
        var block = new byte[BAR_BYTES * BARS_AT_ONCE];
        for (int from = 0; from < bars.size(); from += BARS_AT_ONCE) {
            int to = Math.min(bars.size(), from + BARS_AT_ONCE);
            digest.update(block, 0, fill(block, bars, from, to));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] head(Instrument instrument, Bars bars) {
        byte[] symbol = instrument.symbol().toString().getBytes(StandardCharsets.UTF_8);
        var head = ByteBuffer.allocate(symbol.length + 7 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(symbol.length).put(symbol);
        put(head, instrument.tick());
        put(head, instrument.lot());
        return head.putLong(bars.timeframe().nanos()).putLong(bars.size()).array();
    }

    private static void put(ByteBuffer out, Decimal number) {
        var normal = number.normalized();
        out.putLong(normal.mantissa()).putLong(normal.scale());
    }

    private static int fill(byte[] block, Bars bars, int from, int to) {
        var out = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < to; i++) {
            out.putLong(bars.openTimes()[i])
                    .putLong(bars.opens()[i])
                    .putLong(bars.highs()[i])
                    .putLong(bars.lows()[i])
                    .putLong(bars.closes()[i])
                    .putLong(Double.doubleToLongBits(bars.volumes()[i]));
        }
        return out.position();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
