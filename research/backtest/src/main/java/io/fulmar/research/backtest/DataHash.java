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
 * and number of bars, then the columns one after the other: open times, opens, highs, lows, closes in ticks, and the bits of the
 * volumes; everything as little-endian 64-bit numbers. Bars without a grid have more to say, which comes after the head.
 */
final class DataHash {
    private static final int BLOCK = 512;
    private static final int BLOCK_BYTES = BLOCK * Long.BYTES;

    private DataHash() {}

    static String of(Instrument instrument, Bars bars) {
        var digest = sha256();
        digest.update(head(instrument, bars));
        if (!bars.onGrid()) {
            own(digest, bars);
        }
        var block = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long[] column : new long[][] {bars.openTimes(), bars.opens(), bars.highs(), bars.lows(), bars.closes()}) {
            for (int from = 0; from < bars.size(); from += BLOCK) {
                int count = Math.min(BLOCK, bars.size() - from);
                block.asLongBuffer().put(column, from, count);
                digest.update(block.array(), 0, count * Long.BYTES);
            }
        }
        // Volumes are never NaN nor -0.0 here, so that equal values have equal bits.
        for (int from = 0; from < bars.size(); from += BLOCK) {
            int count = Math.min(BLOCK, bars.size() - from);
            block.asDoubleBuffer().put(bars.volumes(), from, count);
            digest.update(block.array(), 0, count * Double.BYTES);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Bars without a grid: their kind, then bar by bar when it closed, what is seen of it, and whether anything was traded. */
    private static void own(MessageDigest digest, Bars bars) {
        digest.update(bars.kind().toString().getBytes(StandardCharsets.UTF_8));
        Bars seen = bars.seen();
        var bar = ByteBuffer.allocate(6 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bars.size(); i++) {
            bar.putLong(bars.closeTime(i))
                    .putLong(seen.opens()[i])
                    .putLong(seen.highs()[i])
                    .putLong(seen.lows()[i])
                    .putLong(seen.closes()[i])
                    .putLong(bars.silent(i) ? 1 : 0);
            digest.update(bar.flip());
            bar.clear();
        }
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

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
