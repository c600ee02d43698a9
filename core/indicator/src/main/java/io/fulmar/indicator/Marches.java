package io.fulmar.indicator;

import java.util.List;
import java.util.stream.Stream;

/** Patterns of three candles that go on: soldiers, crows, and what follows a gap. */
final class Marches {
    private Marches() {}

    static List<Definition> all() {
        return Stream.of(crows(), soldiers(), gaps()).flatMap(List::stream).toList();
    }

    private static List<Definition> crows() {
        return List.of(
                CandlePattern.fall(
                        "cdl3blackcrows",
                        13,
                        "three black crows: falling black candles without lower shadows, from below the last high",
                        c -> c.white(3)
                                && crows(c)
                                && opensInside(c, 1)
                                && opensInside(c, 0)
                                && c.high(3) > c.close(2)),
                CandlePattern.fall(
                        "cdlidentical3crows",
                        12,
                        "identical three crows: each opens where the last one closed",
                        c -> crows(c) && c.equal(c.open(1), c.close(2), 2) && c.equal(c.open(0), c.close(1), 1)),
                CandlePattern.rise(
                        "cdl3starsinsouth",
                        12,
                        "three stars in the south: black candles that shrink, each above the last low",
                        c -> c.black(2, 1, 0) && shrinking(c)));
    }

    private static List<Definition> soldiers() {
        return List.of(
                CandlePattern.rise(
                        "cdl3whitesoldiers",
                        12,
                        "three white soldiers: rising white candles of like size without upper shadows",
                        c -> soldiers(c)
                                && c.bareTop(2)
                                && c.bareTop(1)
                                && c.bareTop(0)
                                && c.body(1) > c.body(2) - Yardstick.FAR.of(c, 2)
                                && c.body(0) > c.body(1) - Yardstick.FAR.of(c, 1)
                                && !c.small(0)),
                CandlePattern.fall(
                        "cdladvanceblock",
                        12,
                        "advance block: three white soldiers that tire",
                        c -> soldiers(c) && c.longBody(2) && c.upper(2) < Yardstick.SHORT_SHADOW.of(c, 2) && tires(c)),
                CandlePattern.fall(
                        "cdlstalledpattern",
                        12,
                        "stalled: two long white candles, then a small one on their shoulder",
                        c -> c.white(2, 1, 0)
                                && c.close(0) > c.close(1)
                                && c.close(1) > c.close(2)
                                && c.longBody(2)
                                && c.longBody(1)
                                && c.bareTop(1)
                                && opensOn(c, 1)
                                && c.shortBody(0)
                                && c.open(0) >= c.close(1) - c.body(0) - Yardstick.NEAR.of(c, 1)));
    }

    private static List<Definition> gaps() {
        return List.of(
                CandlePattern.of(
                        "cdlgapsidesidewhite",
                        7,
                        "side-by-side white lines: two like white candles beyond a gap",
                        c -> {
                            boolean up = c.gapUp(1, 2) && c.gapUp(0, 2);
                            boolean down = c.gapDown(1, 2) && c.gapDown(0, 2);
                            boolean alike = c.white(1)
                                    && c.white(0)
                                    && c.within(c.body(0), c.body(1), Yardstick.NEAR, 1)
                                    && c.equal(c.open(0), c.open(1), 1);
                            return alike && (up || down) ? (up ? 100 : -100) : 0;
                        }),
                CandlePattern.of(
                        "cdltasukigap",
                        7,
                        "tasuki gap: a candle against the gap that does not close it",
                        c -> tasuki(c) ? c.sign(1) : 0),
                CandlePattern.of(
                        "cdlxsidegap3methods",
                        2,
                        "side gap three methods: a candle against the gap that closes it",
                        c -> c.white(2) == c.white(1)
                                        && c.opposite(1, 0)
                                        && c.opensIn(0, 1)
                                        && c.closesIn(0, 2)
                                        && (c.white(2) ? c.gapUp(1, 2) : c.gapDown(1, 2))
                                ? c.sign(2)
                                : 0));
    }

    private static boolean crows(Candles c) {
        return c.black(2, 1, 0)
                && c.bareBottom(2)
                && c.bareBottom(1)
                && c.bareBottom(0)
                && c.close(2) > c.close(1)
                && c.close(1) > c.close(0);
    }

    private static boolean opensInside(Candles c, int ago) {
        return c.open(ago) < c.open(ago + 1) && c.open(ago) > c.close(ago + 1);
    }

    private static boolean soldiers(Candles c) {
        return c.white(2, 1, 0) && c.close(0) > c.close(1) && c.close(1) > c.close(2) && opensOn(c, 1) && opensOn(c, 0);
    }

    /** Opens in the last white body or a little above it. */
    private static boolean opensOn(Candles c, int ago) {
        return c.open(ago) > c.open(ago + 1) && c.open(ago) <= c.close(ago + 1) + Yardstick.NEAR.of(c, ago + 1);
    }

    private static boolean tires(Candles c) {
        double first = c.body(2);
        double second = c.body(1);
        double third = c.body(0);
        boolean falls = second < first - Yardstick.FAR.of(c, 2) && third < second + Yardstick.NEAR.of(c, 1);
        boolean stops = third < second - Yardstick.FAR.of(c, 1);
        boolean shadowed = c.upper(0) > Yardstick.SHORT_SHADOW.of(c, 0) || c.upper(1) > Yardstick.SHORT_SHADOW.of(c, 1);
        boolean fades = third < second && second < first && shadowed;
        return falls || stops || fades || (third < second && c.upper(0) > Yardstick.LONG_SHADOW.of(c, 0));
    }

    private static boolean shrinking(Candles c) {
        return c.longBody(2)
                && c.lower(2) > Yardstick.LONG_SHADOW.of(c, 2)
                && c.body(1) < c.body(2)
                && c.open(1) > c.close(2)
                && c.open(1) <= c.high(2)
                && c.low(1) < c.close(2)
                && c.low(1) >= c.low(2)
                && c.lower(1) > Yardstick.VERY_SHORT_SHADOW.of(c, 1)
                && c.shortBody(0)
                && c.bareBottom(0)
                && c.bareTop(0)
                && c.inside(0, 1);
    }

    private static boolean tasuki(Candles c) {
        boolean against = c.opposite(1, 0) && c.opensIn(0, 1);
        boolean open = c.white(1)
                ? c.gapUp(1, 2) && c.close(0) < c.open(1) && c.close(0) > c.top(2)
                : c.gapDown(1, 2) && c.close(0) > c.open(1) && c.close(0) < c.bottom(2);
        return against && open && Math.abs(c.body(1) - c.body(0)) < Yardstick.NEAR.of(c, 1);
    }
}
