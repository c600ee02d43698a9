package io.fulmar.market;

import java.util.Arrays;

/**
 * A message that was not believed, for the quarantine.
 *
 * @param raw its bytes, at most {@link #RAW_MAX}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes for a file; nobody compares them
public record RefusedMessage(Impossible reason, long venueTime, long receiveTime, byte[] raw) {
    public static final int RAW_MAX = 65_536;

    static RefusedMessage of(Impossible reason, long venueTime, long receiveTime, byte[] bytes, int from, int to) {
        byte[] raw = Arrays.copyOfRange(bytes, from, Math.min(to, from + RAW_MAX));
        return new RefusedMessage(reason, venueTime, receiveTime, raw);
    }
}
