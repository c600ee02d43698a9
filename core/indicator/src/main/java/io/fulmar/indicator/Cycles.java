package io.fulmar.indicator;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Ehlers' cycles under TA-Lib's names. */
final class Cycles {
    /** Bars before the filters begin, as TA-Lib has them, and before the first value. */
    private static final int SHORT_SILENCE = 12;

    private static final int SHORT_LEAD = 32;
    private static final int LONG_SILENCE = 37;
    private static final int LONG_LEAD = 63;
    private static final String START = "period 0, filters of zeros";

    private Cycles() {}

    static List<Definition> all() {
        return List.of(
                draft("ht_dcperiod").is("length of the dominant cycle in bars", a -> period()),
                draft("ht_dcphase").is("phase of the dominant cycle, degrees", a -> each(Cycle::phase)),
                draft("ht_phasor")
                        .gives("inphase", "quadrature")
                        .is("the cycle as two waves a quarter turn apart", a -> phasor()),
                draft("ht_sine")
                        .gives("sine", "leadsine")
                        .is(
                                "sine of the cycle's phase, and an eighth of a turn ahead",
                                a -> each(Cycle::sine, Cycle::lead)),
                draft("ht_trendline").is("mean over one dominant cycle, smoothed", a -> each(Cycle::line)),
                draft("ht_trendmode")
                        .is(
                                "1 in a trend, 0 in a cycle",
                                a -> each(cycle -> {
                                    cycle.judge();
                                    return cycle.trend();
                                })),
                draft("mama")
                        .with(
                                Parameter.real("fastlimit", 0.01, 0.99, 0.5),
                                Parameter.real("slowlimit", 0.01, 0.99, 0.05))
                        .gives("mama", "fama")
                        .is("MESA's adaptive average: faster while the phase turns", a -> mama(a[0], a[1])));
    }

    private static Draft draft(String name) {
        return Draft.of(name).series().path(START);
    }

    private static Fold period() {
        Cycle cycle = new Cycle(SHORT_SILENCE);
        Wait wait = new Wait(SHORT_LEAD);
        return new EachBar((in, i, out) -> {
            cycle.nextPeriod(in[0][i]);
            out[0][i] = wait.over() ? cycle.period() : Double.NaN;
        });
    }

    private static Fold phasor() {
        Hilbert hilbert = new Hilbert(SHORT_SILENCE);
        Wait wait = new Wait(SHORT_LEAD);
        return new EachBar((in, i, out) -> {
            hilbert.next(in[0][i]);
            boolean shown = wait.over();
            out[0][i] = shown ? hilbert.inPhase() : Double.NaN;
            out[1][i] = shown ? hilbert.quadrature() : Double.NaN;
        });
    }

    @SafeVarargs
    private static Fold each(ToDoubleFunction<Cycle>... outputs) {
        Cycle cycle = new Cycle(LONG_SILENCE);
        Wait wait = new Wait(LONG_LEAD);
        return new EachBar((in, i, out) -> {
            cycle.next(in[0][i]);
            boolean shown = wait.over();
            for (int o = 0; o < outputs.length; o++) {
                double value = outputs[o].applyAsDouble(cycle);
                out[o][i] = shown ? value : Double.NaN;
            }
        });
    }

    static Fold mama(double fast, double slow) {
        Mama mama = new Mama(fast, slow);
        return new EachBar((in, i, out) -> {
            out[0][i] = mama.next(in[0][i]);
            out[1][i] = mama.following();
        });
    }

    /** Counts the bars before the first value. */
    private static final class Wait {
        private int left;

        Wait(int bars) {
            left = bars;
        }

        boolean over() {
            return left == 0 || left-- == 0;
        }
    }

    /** An average whose gain follows the speed of the phase, and one of half its gain behind it. */
    static final class Mama implements Cell {
        private final double fast;
        private final double slow;
        private final Hilbert hilbert = new Hilbert(SHORT_SILENCE);
        private final Wait wait = new Wait(SHORT_LEAD);
        private double phase;
        private double average;
        private double second;
        private boolean shown;

        Mama(double fast, double slow) {
            this.fast = fast;
            this.slow = slow;
        }

        @Override
        public double next(double price) {
            if (hilbert.next(price)) {
                double before = phase;
                double inPhase = hilbert.inPhase();
                phase = inPhase == 0 ? 0 : StrictMath.atan(hilbert.quadrature() / inPhase) * (180 / Math.PI);
                double gain = Math.max(slow, fast / Math.max(1, before - phase));
                if (before - phase <= 1) {
                    gain = fast;
                }
                average = gain * price + (1 - gain) * average;
                second = gain / 2 * average + (1 - gain / 2) * second;
            }
            shown = wait.over();
            return shown ? average : Double.NaN;
        }

        double following() {
            return shown ? second : Double.NaN;
        }
    }
}
