package io.fulmar.engine;

import io.fulmar.domain.Size;

/**
 * How a strategy sits at a desk.
 *
 * @param priority the lowest number is served first when signals compete for capital
 * @param sharePpm the part of equity that the strategy may commit
 * @param codeHash of its source
 * @param countsFrom signals count from the bar opening at that time
 */
public record SeatSettings(int priority, long sharePpm, String codeHash, long countsFrom) {
    public static final SeatSettings ALONE = new SeatSettings(0, Size.WHOLE, "", Long.MIN_VALUE);

    public SeatSettings {
        if (sharePpm <= 0 || sharePpm > Size.WHOLE) {
            throw new IllegalArgumentException(
                    "a share of " + sharePpm + " ppm: it must be above 0 and at most the whole");
        }
    }
}
