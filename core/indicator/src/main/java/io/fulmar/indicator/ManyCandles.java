package io.fulmar.indicator;

import java.util.List;
import java.util.stream.Stream;

/** Patterns of four and five candles, and hikkake, which may be confirmed later. */
final class ManyCandles {
    /** Bars a hikkake waits for its confirmation. */
    private static final int PATIENCE = 3;

    private ManyCandles() {}

    static List<Definition> all() {
        return Stream.of(four(), five()).flatMap(List::stream).toList();
    }

    private static List<Definition> four() {
        return List.of(
                CandlePattern.of(
                        "cdl3linestrike",
                        8,
                        "three-line strike: three candles one way, all taken back by a fourth",
                        c -> strike(c) ? c.sign(1) : 0),
                CandlePattern.rise(
                        "cdlconcealbabyswall",
                        13,
                        "concealing baby swallow: two black marubozu, a gap, and a candle that swallows it",
                        c -> c.black(3)
                                && c.black(2, 1, 0)
                                && c.bareTop(3)
                                && c.bareBottom(3)
                                && c.bareTop(2)
                                && c.bareBottom(2)
                                && c.gapDown(1, 2)
                                && c.upper(1) > Yardstick.VERY_SHORT_SHADOW.of(c, 1)
                                && c.high(1) > c.close(2)
                                && c.inside(1, 0)),
                CandlePattern.of(
                        "cdlhikkake",
                        5,
                        "hikkake: an inside bar and a false break; 200 when confirmed within three bars",
                        c -> hikkake(c, ManyCandles::falseBreak)),
                CandlePattern.of(
                        "cdlhikkakemod",
                        10,
                        "modified hikkake: two inside bars, the first closed near its end; 200 when confirmed",
                        c -> hikkake(c, ManyCandles::modified)));
    }

    private static List<Definition> five() {
        return List.of(
                CandlePattern.of(
                        "cdlbreakaway",
                        14,
                        "breakaway: a gap and three candles on, then back into the gap",
                        c -> breakaway(c) ? c.sign(0) : 0),
                CandlePattern.rise(
                        "cdlladderbottom",
                        14,
                        "ladder bottom: falling black candles, one with a shadow above, then a white break",
                        c -> c.black(4, 3, 2)
                                && c.open(4) > c.open(3)
                                && c.open(3) > c.open(2)
                                && c.close(4) > c.close(3)
                                && c.close(3) > c.close(2)
                                && c.black(1)
                                && c.upper(1) > Yardstick.VERY_SHORT_SHADOW.of(c, 1)
                                && c.white(0)
                                && c.open(0) > c.open(1)
                                && c.close(0) > c.high(1)),
                CandlePattern.deep(
                        "cdlmathold",
                        14,
                        0.5,
                        "mat hold: a long white candle, three small ones that hold above it, then on",
                        (c, part) -> matHold(c, part) ? 100 : 0),
                CandlePattern.of(
                        "cdlrisefall3methods",
                        14,
                        "rising or falling three methods: a long candle, three small ones back, then on",
                        c -> threeMethods(c) ? c.sign(4) : 0));
    }

    private static boolean strike(Candles c) {
        boolean same = c.white(3) == c.white(2) && c.white(2) == c.white(1) && c.opposite(0, 1);
        if (!same || !opensAt(c, 2) || !opensAt(c, 1)) {
            return false;
        }
        return c.white(1)
                ? c.close(1) > c.close(2) && c.close(2) > c.close(3) && c.open(0) > c.close(1) && c.close(0) < c.open(3)
                : c.close(1) < c.close(2)
                        && c.close(2) < c.close(3)
                        && c.open(0) < c.close(1)
                        && c.close(0) > c.open(3);
    }

    /** Opens within the body before, or near it. */
    private static boolean opensAt(Candles c, int ago) {
        double near = Yardstick.NEAR.of(c, ago + 1);
        return c.open(ago) >= c.bottom(ago + 1) - near && c.open(ago) <= c.top(ago + 1) + near;
    }

    private static boolean breakaway(Candles c) {
        boolean on = c.longBody(4) && c.white(4) == c.white(3) && c.white(3) == c.white(1) && c.opposite(1, 0);
        if (!on) {
            return false;
        }
        return c.white(4)
                ? c.gapUp(3, 4) && c.rises(2, 3) && c.rises(1, 2) && c.close(0) < c.open(3) && c.close(0) > c.close(4)
                : c.gapDown(3, 4)
                        && c.falls(2, 3)
                        && c.falls(1, 2)
                        && c.close(0) > c.open(3)
                        && c.close(0) < c.close(4);
    }

    private static boolean matHold(Candles c, double part) {
        double floor = c.close(4) - c.body(4) * part;
        return c.white(4)
                && c.longBody(4)
                && c.black(3)
                && c.shortBody(3)
                && c.shortBody(2)
                && c.shortBody(1)
                && c.gapUp(3, 4)
                && c.bottom(2) < c.close(4)
                && c.bottom(2) > floor
                && c.bottom(1) < c.close(4)
                && c.bottom(1) > floor
                && c.top(2) < c.open(3)
                && c.top(1) < c.top(2)
                && c.white(0)
                && c.open(0) > c.close(1)
                && c.close(0) > Math.max(c.high(3), Math.max(c.high(2), c.high(1)));
    }

    private static boolean threeMethods(Candles c) {
        boolean colours = c.opposite(4, 3) && c.white(3) == c.white(2) && c.white(2) == c.white(1) && c.opposite(1, 0);
        boolean sizes = c.longBody(4) && c.shortBody(3) && c.shortBody(2) && c.shortBody(1) && c.longBody(0);
        return colours && sizes && touches(c, 3) && touches(c, 2) && touches(c, 1) && returns(c, c.sign(4));
    }

    /** The body reaches into the range of the first candle. */
    private static boolean touches(Candles c, int ago) {
        return c.bottom(ago) < c.high(4) && c.top(ago) > c.low(4);
    }

    private static boolean returns(Candles c, int way) {
        return way * c.close(2) < way * c.close(3)
                && way * c.close(1) < way * c.close(2)
                && way * c.open(0) > way * c.close(1)
                && way * c.close(0) > way * c.close(4);
    }

    /** Which way a false break at some bar points: 100, -100, or 0 without one. */
    @FunctionalInterface
    private interface Break {
        int of(Candles c, int ago);
    }

    private static int hikkake(Candles c, Break pattern) {
        int now = pattern.of(c, 0);
        if (now != 0) {
            return now;
        }
        for (int ago = 1; ago <= PATIENCE; ago++) {
            int way = pattern.of(c, ago);
            if (way != 0) {
                return confirmedBefore(c, ago, way) || !confirms(c, 0, ago, way) ? 0 : 2 * way;
            }
        }
        return 0;
    }

    private static boolean confirmedBefore(Candles c, int ago, int way) {
        for (int bar = ago - 1; bar > 0; bar--) {
            if (confirms(c, bar, ago, way)) {
                return true;
            }
        }
        return false;
    }

    /** The close leaves the inside bar on the side that was not broken. */
    private static boolean confirms(Candles c, int bar, int ago, int way) {
        return way > 0 ? c.close(bar) > c.high(ago + 1) : c.close(bar) < c.low(ago + 1);
    }

    private static int falseBreak(Candles c, int ago) {
        if (!c.inside(ago + 1, ago + 2)) {
            return 0;
        }
        return c.falls(ago, ago + 1) ? 100 : c.rises(ago, ago + 1) ? -100 : 0;
    }

    private static int modified(Candles c, int ago) {
        int way = c.inside(ago + 2, ago + 3) ? falseBreak(c, ago) : 0;
        if (way == 0) {
            return 0;
        }
        double near = Yardstick.NEAR.of(c, ago + 2);
        boolean atItsEnd =
                way > 0 ? c.close(ago + 2) <= c.low(ago + 2) + near : c.close(ago + 2) >= c.high(ago + 2) - near;
        return atItsEnd ? way : 0;
    }
}
