package io.fulmar.indicator;

import java.util.List;
import java.util.stream.Stream;

/** Patterns of two candles: 1 is the first, 0 the second. */
final class TwoCandles {
    private TwoCandles() {}

    static List<Definition> all() {
        return Stream.of(engulfed(), attacks(), necks()).flatMap(List::stream).toList();
    }

    /** One body in or around the other. */
    private static List<Definition> engulfed() {
        return List.of(
                CandlePattern.of("cdlengulfing", 2, "engulfing: the second body covers the first", c -> {
                    boolean covers = c.opposite(0, 1) && c.top(0) >= c.top(1) && c.bottom(0) <= c.bottom(1);
                    boolean ends = c.top(0) == c.top(1) || c.bottom(0) == c.bottom(1);
                    boolean both = c.top(0) == c.top(1) && c.bottom(0) == c.bottom(1);
                    return covers && !both ? strength(ends) * c.sign(0) / 100 : 0;
                }),
                CandlePattern.of(
                        "cdlharami",
                        11,
                        "harami: a small body within a long one",
                        c -> c.longBody(1) && c.small(0) ? harami(c) : 0),
                CandlePattern.of(
                        "cdlharamicross",
                        11,
                        "harami cross: a doji within a long body",
                        c -> c.longBody(1) && c.doji(0) ? harami(c) : 0),
                CandlePattern.rise(
                        "cdlhomingpigeon",
                        11,
                        "homing pigeon: a small black body within a long black one",
                        c -> c.black(1)
                                && c.black(0)
                                && c.longBody(1)
                                && c.small(0)
                                && c.open(0) < c.open(1)
                                && c.close(0) > c.close(1)));
    }

    /** Two candles against each other. */
    private static List<Definition> attacks() {
        return List.of(
                CandlePattern.of(
                        "cdldojistar",
                        11,
                        "doji star: a doji that gaps on from a long body",
                        c -> c.longBody(1) && c.doji(0) && (c.white(1) ? c.gapUp(0, 1) : c.gapDown(0, 1))
                                ? -c.sign(1)
                                : 0),
                CandlePattern.of(
                        "cdlcounterattack",
                        11,
                        "counterattack: two long candles against each other close alike",
                        c -> c.opposite(1, 0) && c.longBody(1) && c.longBody(0) && c.equal(c.close(0), c.close(1), 1)
                                ? c.sign(0)
                                : 0),
                CandlePattern.of(
                        "cdlseparatinglines",
                        11,
                        "separating lines: two candles away from one opening price",
                        c -> c.opposite(1, 0)
                                        && c.equal(c.open(0), c.open(1), 1)
                                        && c.longBody(0)
                                        && (c.white(0) ? c.bareBottom(0) : c.bareTop(0))
                                ? c.sign(0)
                                : 0),
                CandlePattern.of(
                        "cdlkicking",
                        11,
                        "kicking: two marubozu with a gap between them",
                        c -> kicking(c) ? c.sign(0) : 0),
                CandlePattern.of(
                        "cdlkickingbylength",
                        11,
                        "kicking: the longer marubozu says which way",
                        c -> kicking(c) ? c.sign(c.body(0) > c.body(1) ? 0 : 1) : 0),
                CandlePattern.deep(
                        "cdldarkcloudcover",
                        11,
                        0.5,
                        "dark cloud cover: opens above the high, closes deep in the white body",
                        (c, part) -> c.white(1)
                                        && c.longBody(1)
                                        && c.black(0)
                                        && c.open(0) > c.high(1)
                                        && c.close(0) > c.open(1)
                                        && c.close(0) < c.close(1) - c.body(1) * part
                                ? -100
                                : 0));
    }

    /** After a long black candle. */
    private static List<Definition> necks() {
        return List.of(
                CandlePattern.rise(
                        "cdlpiercing",
                        11,
                        "piercing: opens below the low, closes above the middle of the black body",
                        c -> fallenThenWhite(c)
                                && c.longBody(0)
                                && c.close(0) < c.open(1)
                                && c.close(0) > c.close(1) + c.body(1) * 0.5),
                CandlePattern.fall(
                        "cdlonneck",
                        11,
                        "on-neck: opens below the low and comes back to it",
                        c -> fallenThenWhite(c) && c.equal(c.close(0), c.low(1), 1)),
                CandlePattern.fall(
                        "cdlinneck",
                        11,
                        "in-neck: opens below the low and comes back to the close",
                        c -> fallenThenWhite(c)
                                && c.close(0) >= c.close(1)
                                && c.close(0) <= c.close(1) + Yardstick.EQUAL.of(c, 1)),
                CandlePattern.fall(
                        "cdlthrusting",
                        11,
                        "thrusting: opens below the low, closes in the lower half of the black body",
                        c -> fallenThenWhite(c)
                                && c.close(0) > c.close(1) + Yardstick.EQUAL.of(c, 1)
                                && c.close(0) <= c.close(1) + c.body(1) * 0.5),
                CandlePattern.rise(
                        "cdlmatchinglow",
                        6,
                        "matching low: two black candles close alike",
                        c -> c.black(1) && c.black(0) && c.equal(c.close(0), c.close(1), 1)));
    }

    /** 80 when an end is shared. */
    private static int strength(boolean sharesAnEnd) {
        return sharesAnEnd ? 80 : 100;
    }

    private static int harami(Candles c) {
        boolean within = c.top(0) <= c.top(1) && c.bottom(0) >= c.bottom(1);
        boolean ends = c.top(0) == c.top(1) || c.bottom(0) == c.bottom(1);
        return within ? -strength(ends) * c.sign(1) / 100 : 0;
    }

    private static boolean kicking(Candles c) {
        return c.opposite(1, 0) && c.marubozu(1) && c.marubozu(0) && (c.black(1) ? c.leapUp(0, 1) : c.leapDown(0, 1));
    }

    /** A long black candle, then a white one that opens below its low. */
    private static boolean fallenThenWhite(Candles c) {
        return c.black(1) && c.longBody(1) && c.white(0) && c.open(0) < c.low(1);
    }
}
