package io.fulmar.research.backtest;

import io.fulmar.domain.Instrument;
import io.fulmar.market.Flow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/**
 * SHA-256 over what a flow says: symbol, tick, lot and depth as text, then event by event the venue's time, ours, kind, price and lots as
 * little-endian 64-bit numbers. The marks of darkness follow from the rest and are left out.
 */
final class FlowHash {
    private static final int BLOCK = 512;

    private FlowHash() {}

    /** With the depth before it, such as {@code book:3f...}. */
    static String of(Instrument instrument, Flow flow) {
        MessageDigest digest = DataHash.sha256();
        String depth = flow.depth().name().toLowerCase(Locale.ROOT);
        String head = "%s %s %s %s %d"
                .formatted(instrument.symbol(), instrument.tick(), instrument.lot(), depth, flow.size());
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        var block = ByteBuffer.allocate(BLOCK * 5 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int event = 0; event < flow.size(); event++) {
            block.putLong(flow.venueTimes()[event])
                    .putLong(flow.receiveTimes()[event])
                    .putLong(flow.kinds()[event] & ~Flow.DARK)
                    .putLong(flow.ticks()[event])
                    .putLong(flow.lots()[event]);
            if (!block.hasRemaining()) {
                digest.update(block.flip());
                block.clear();
            }
        }
        digest.update(block.flip());
        return depth + ":" + HexFormat.of().formatHex(digest.digest());
    }
}
