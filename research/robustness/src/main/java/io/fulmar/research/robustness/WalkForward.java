package io.fulmar.research.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Choosing on the past, judging on what came next, again and again: each window learns on a stretch of bars and is tested on the stretch behind it, which
 * no choice has seen.
 *
 * @param learn bars to learn on
 * @param test bars to test on; windows move on by as many
 * @param gap bars between the two that neither sees, so that a trade or an indicator cannot reach across
 * @param anchored whether all learn from the first bar on, ever longer; else the stretch rolls along
 */
public record WalkForward(int learn, int test, int gap, boolean anchored) {
    private static final int WINDOWS_MAX = 10_000;

    /** Bars from one place up to, not including, another. */
    public record Window(int learnFrom, int learnTo, int testFrom, int testTo) {}

    public WalkForward {
        if (learn < 1 || test < 1 || gap < 0) {
            throw new IllegalArgumentException(
                    "no walk forward learns on " + learn + " bars, a gap of " + gap + ", and tests on " + test);
        }
    }

    /** All windows between two bars. The last test may be cut short by the end of the data, to half its length at least. */
    public List<Window> windows(int from, int to) {
        List<Window> windows = new ArrayList<>();
        for (long start = from; windows.size() < WINDOWS_MAX; start += test) {
            long learnTo = start + learn;
            long testFrom = learnTo + gap;
            long testTo = Math.min(to, testFrom + test);
            if (testTo - testFrom < (test + 1) / 2) break;
            windows.add(new Window(anchored ? from : (int) start, (int) learnTo, (int) testFrom, (int) testTo));
        }
        return List.copyOf(windows);
    }

    /**
     * What the tests come to, put behind each other: every one begins with what the one before it left.
     *
     * @param maxDrawdown the worst of the joined equity at midnights and ends of tests, or inside one test at its bar closes
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
    public record Joined(double netReturn, double maxDrawdown, int trades, int winning, double[] dailyReturns) {}

    /** Of what was done in each test. */
    public static Joined join(List<Track> tests) {
        double wealth = 1;
        double peak = 1;
        double worst = 0;
        int trades = 0;
        int winning = 0;
        int days = tests.stream().mapToInt(test -> Math.max(0, test.days - 1)).sum();
        double[] daily = new double[days];
        int day = 0;
        for (Track test : tests) {
            worst = Math.max(worst, test.maxDrawdown);
            trades += test.trades;
            if (test.finalEquity > test.cash) winning++;
            double start = wealth;
            for (int i = 1; i < test.days; i++) {
                daily[day++] = (double) test.dailyEquity[i] / test.dailyEquity[i - 1] - 1;
                wealth = start * test.dailyEquity[i] / test.cash;
                peak = Math.max(peak, wealth);
                worst = Math.max(worst, 1 - wealth / peak);
            }
            wealth = start * test.finalEquity / test.cash;
            peak = Math.max(peak, wealth);
            worst = Math.max(worst, 1 - wealth / peak);
        }
        return new Joined(wealth - 1, worst, trades, winning, Arrays.copyOf(daily, day));
    }
}
