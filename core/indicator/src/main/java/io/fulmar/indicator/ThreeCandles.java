package io.fulmar.indicator;

import java.util.List;
import java.util.stream.Stream;

/** Patterns of three candles that stand or turn: 2 is the first, 0 the last. */
final class ThreeCandles {
    private ThreeCandles() {}

    static List<Definition> all() {
        return Stream.of(crows(), stars(), confirmed()).flatMap(List::stream).toList();
    }

    private static List<Definition> crows() {
        return List.of(
                CandlePattern.fall(
                        "cdl2crows",
                        12,
                        "two crows: black ones above a long white candle, the last back in its body",
                        c -> c.white(2)
                                && c.longBody(2)
                                && c.black(1)
                                && c.gapUp(1, 2)
                                && c.black(0)
                                && c.opensIn(0, 1)
                                && c.closesIn(0, 2)),
                CandlePattern.fall(
                        "cdlupsidegap2crows",
                        12,
                        "upside gap two crows: black ones above a long white candle, the last over the first",
                        c -> c.white(2)
                                && c.longBody(2)
                                && c.black(1)
                                && c.small(1)
                                && c.gapUp(1, 2)
                                && c.black(0)
                                && c.open(0) > c.open(1)
                                && c.close(0) < c.close(1)
                                && c.close(0) > c.close(2)));
    }

    /** A candle apart between two others. */
    private static List<Definition> stars() {
        return List.of(
                CandlePattern.deep(
                        "cdlabandonedbaby",
                        12,
                        0.3,
                        "abandoned baby: a doji with gaps on both sides, then deep into the long body",
                        (c, part) -> {
                            boolean turn = c.longBody(2) && c.doji(1) && !c.small(0);
                            boolean alone = c.white(2)
                                    ? c.leapUp(1, 2) && c.leapDown(0, 1)
                                    : c.leapDown(1, 2) && c.leapUp(0, 1);
                            return turn && alone && comesBack(c, part) ? c.sign(0) : 0;
                        }),
                star(
                        "cdleveningdojistar",
                        "evening doji star: a doji above a long white candle, then deep into it",
                        100),
                star("cdleveningstar", "evening star: a small body above a long white candle, then deep into it", 100),
                star(
                        "cdlmorningdojistar",
                        "morning doji star: a doji below a long black candle, then deep into it",
                        -100),
                star("cdlmorningstar", "morning star: a small body below a long black candle, then deep into it", -100),
                CandlePattern.of("cdltristar", 12, "tristar: three doji, the middle one apart", ThreeCandles::tristar));
    }

    private static List<Definition> confirmed() {
        return List.of(
                CandlePattern.of(
                        "cdl3inside",
                        12,
                        "three inside: a harami, then a close beyond the long candle",
                        c -> c.longBody(2)
                                        && c.small(1)
                                        && c.top(1) < c.top(2)
                                        && c.bottom(1) > c.bottom(2)
                                        && beyond(c, 2)
                                ? -c.sign(2)
                                : 0),
                CandlePattern.of(
                        "cdl3outside",
                        3,
                        "three outside: an engulfing, then a close farther on",
                        c -> engulfs(c) && (c.white(1) ? c.close(0) > c.close(1) : c.close(0) < c.close(1))
                                ? c.sign(1)
                                : 0),
                CandlePattern.rise(
                        "cdlunique3river",
                        12,
                        "unique three river: a black harami with a new low, then a small white body below it",
                        c -> c.black(2)
                                && c.longBody(2)
                                && c.black(1)
                                && c.close(1) > c.close(2)
                                && c.open(1) <= c.open(2)
                                && c.low(1) < c.low(2)
                                && c.white(0)
                                && c.shortBody(0)
                                && c.open(0) > c.low(1)),
                CandlePattern.rise(
                        "cdlsticksandwich",
                        7,
                        "stick sandwich: white between two black closes alike",
                        c -> c.black(2)
                                && c.white(1)
                                && c.black(0)
                                && c.low(1) > c.close(2)
                                && c.equal(c.close(0), c.close(2), 2)));
    }

    private static Definition star(String name, String description, int first) {
        boolean doji = name.contains("doji");
        return CandlePattern.deep(name, 12, 0.3, description, (c, part) -> {
            boolean away = first > 0 ? c.gapUp(1, 2) : c.gapDown(1, 2);
            boolean turn = c.sign(2) == first && c.longBody(2) && (doji ? c.doji(1) : c.small(1)) && away;
            return turn && !c.small(0) && comesBack(c, part) ? c.sign(0) : 0;
        });
    }

    /** The last candle goes against the first and closes a part of its body deep in it, or farther. */
    private static boolean comesBack(Candles c, double part) {
        return c.white(2)
                ? c.black(0) && c.close(0) < c.close(2) - c.body(2) * part
                : c.white(0) && c.close(0) > c.close(2) + c.body(2) * part;
    }

    private static boolean beyond(Candles c, int first) {
        return c.white(first) ? c.black(0) && c.close(0) < c.open(first) : c.white(0) && c.close(0) > c.open(first);
    }

    private static boolean engulfs(Candles c) {
        return c.opposite(1, 2) && c.top(1) > c.top(2) && c.bottom(1) < c.bottom(2);
    }

    private static int tristar(Candles c) {
        double most = Yardstick.DOJI_BODY.of(c, 2);
        if (c.body(2) > most || c.body(1) > most || c.body(0) > most) {
            return 0;
        }
        if (c.gapUp(1, 2) && c.top(0) < c.top(1)) {
            return -100;
        }
        return c.gapDown(1, 2) && c.bottom(0) > c.bottom(1) ? 100 : 0;
    }
}
