package io.fulmar.indicator;

import java.util.List;
import java.util.stream.Stream;

/** Patterns of a single candle, some beside the one before. */
final class OneCandle {
    private OneCandle() {}

    static List<Definition> all() {
        return Stream.of(bodies(), dojis(), hammers()).flatMap(List::stream).toList();
    }

    private static List<Definition> bodies() {
        return List.of(
                CandlePattern.of(
                        "cdlbelthold",
                        10,
                        "belt-hold: a long candle that opens at its end",
                        c -> c.longBody(0) && (c.white(0) ? c.bareBottom(0) : c.bareTop(0)) ? c.sign(0) : 0),
                CandlePattern.of(
                        "cdlclosingmarubozu",
                        10,
                        "closing marubozu: a long candle that closes at its end",
                        c -> c.longBody(0) && (c.white(0) ? c.bareTop(0) : c.bareBottom(0)) ? c.sign(0) : 0),
                CandlePattern.of(
                        "cdlmarubozu",
                        10,
                        "marubozu: a long candle without shadows",
                        c -> c.marubozu(0) ? c.sign(0) : 0),
                CandlePattern.of(
                        "cdllongline",
                        10,
                        "long line: a long body with short shadows",
                        c -> c.longBody(0) && shortShadows(c) ? c.sign(0) : 0),
                CandlePattern.of(
                        "cdlshortline",
                        10,
                        "short line: a short body with short shadows",
                        c -> c.shortBody(0) && shortShadows(c) ? c.sign(0) : 0),
                CandlePattern.of(
                        "cdlspinningtop",
                        10,
                        "spinning top: a short body with longer shadows",
                        c -> c.shortBody(0) && c.upper(0) > c.body(0) && c.lower(0) > c.body(0) ? c.sign(0) : 0),
                CandlePattern.of(
                        "cdlhighwave",
                        10,
                        "high wave: a short body with very long shadows",
                        c -> c.shortBody(0)
                                        && c.upper(0) > Yardstick.VERY_LONG_SHADOW.of(c, 0)
                                        && c.lower(0) > Yardstick.VERY_LONG_SHADOW.of(c, 0)
                                ? c.sign(0)
                                : 0));
    }

    private static List<Definition> dojis() {
        return List.of(
                CandlePattern.rise("cdldoji", 10, "doji: hardly a body", c -> c.doji(0)),
                CandlePattern.rise(
                        "cdldragonflydoji",
                        10,
                        "dragonfly doji: a shadow below only",
                        c -> c.doji(0) && c.bareTop(0) && c.lower(0) > Yardstick.VERY_SHORT_SHADOW.of(c, 0)),
                CandlePattern.rise(
                        "cdlgravestonedoji",
                        10,
                        "gravestone doji: a shadow above only",
                        c -> c.doji(0) && c.bareBottom(0) && c.upper(0) > Yardstick.VERY_SHORT_SHADOW.of(c, 0)),
                CandlePattern.rise(
                        "cdllongleggeddoji",
                        10,
                        "long-legged doji: a long shadow at least on one side",
                        c -> c.doji(0) && (longLower(c) || longUpper(c))),
                CandlePattern.rise(
                        "cdlrickshawman",
                        10,
                        "rickshaw man: a doji in the middle of long shadows",
                        c -> c.doji(0) && longLower(c) && longUpper(c) && inTheMiddle(c)),
                CandlePattern.rise(
                        "cdltakuri",
                        10,
                        "takuri: a dragonfly with a very long shadow",
                        c -> c.doji(0) && c.bareTop(0) && c.lower(0) > Yardstick.VERY_LONG_SHADOW.of(c, 0)));
    }

    /** Small bodies at one end of a long shadow. */
    private static List<Definition> hammers() {
        return List.of(
                CandlePattern.rise(
                        "cdlhammer",
                        11,
                        "hammer: a small body over a long shadow, near the last low",
                        c -> c.shortBody(0)
                                && longLower(c)
                                && c.bareTop(0)
                                && c.bottom(0) <= c.low(1) + Yardstick.NEAR.of(c, 1)),
                CandlePattern.fall(
                        "cdlhangingman",
                        11,
                        "hanging man: a hammer near the last high",
                        c -> c.shortBody(0)
                                && longLower(c)
                                && c.bareTop(0)
                                && c.bottom(0) >= c.high(1) - Yardstick.NEAR.of(c, 1)),
                CandlePattern.rise(
                        "cdlinvertedhammer",
                        11,
                        "inverted hammer: a small body under a long shadow, below the last body",
                        c -> c.shortBody(0) && longUpper(c) && c.bareBottom(0) && c.gapDown(0, 1)),
                CandlePattern.fall(
                        "cdlshootingstar",
                        11,
                        "shooting star: a small body under a long shadow, above the last body",
                        c -> c.shortBody(0) && longUpper(c) && c.bareBottom(0) && c.gapUp(0, 1)));
    }

    private static boolean shortShadows(Candles c) {
        double most = Yardstick.SHORT_SHADOW.of(c, 0);
        return c.upper(0) < most && c.lower(0) < most;
    }

    private static boolean longUpper(Candles c) {
        return c.upper(0) > Yardstick.LONG_SHADOW.of(c, 0);
    }

    private static boolean longLower(Candles c) {
        return c.lower(0) > Yardstick.LONG_SHADOW.of(c, 0);
    }

    private static boolean inTheMiddle(Candles c) {
        double middle = c.low(0) + c.range(0) / 2;
        double near = Yardstick.NEAR.of(c, 0);
        return c.bottom(0) <= middle + near && c.top(0) >= middle - near;
    }
}
