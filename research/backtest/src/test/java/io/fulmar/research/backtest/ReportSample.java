package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/**
 * A report of a random walk and trades drawn at random, for tests and for looking at: {@code ReportSample FILE BARS
 * TRADES SEED}.
 */
final class ReportSample {
    private static final long MINUTE = 60_000_000_000L;
    private static final long START = 1_704_067_200_000_000_000L;
    private static final long DAY = 1_440 * MINUTE;
    private static final double CASH = 10_000;
    private static final double FEE = 0.00025;
    private static final Instrument MARKET =
            Instrument.of(1, "test", Symbol.parse("BTC/USDT:USDT"), Decimal.parse("0.01"), Decimal.ONE, Decimal.ONE);
    private static final String[] WHYS = {"fast below slow", "momentum <gone> & \"flat\"", ""};

    private static final List<TradeRow.Exit> EXITS =
            List.of(TradeRow.Exit.SIGNAL, TradeRow.Exit.STOP, TradeRow.Exit.TARGET);

    private final SplittableRandom random;
    private final int size;
    private final long[] times;
    private final double[] opens;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final double[] net;
    private final double[] gross;
    private final List<TradeRow> trades = new ArrayList<>();

    private ReportSample(int bars, long seed) {
        random = new SplittableRandom(seed);
        size = bars;
        times = new long[bars];
        opens = new double[bars];
        highs = new double[bars];
        lows = new double[bars];
        closes = new double[bars];
        net = new double[bars];
        gross = new double[bars];
    }

    static ReportInput of(int bars, int trades, long seed) {
        ReportSample sample = new ReportSample(bars, seed);
        sample.walk();
        sample.trade(trades);
        return sample.input(seed);
    }

    private void walk() {
        double price = 42_000;
        double calm = 1;
        for (int bar = 0; bar < size; bar++) {
            times[bar] = START + bar * MINUTE;
            calm = 0.999 * calm + 0.001 * (0.3 + 3 * random.nextDouble() * random.nextDouble());
            opens[bar] = round(price);
            double high = price;
            double low = price;
            for (int step = 0; step < 4; step++) {
                price *= 1 + 0.00035 * calm * random.nextGaussian() + 4e-7;
                high = Math.max(high, price);
                low = Math.min(low, price);
            }
            closes[bar] = round(price);
            highs[bar] = Math.max(round(high), Math.max(opens[bar], closes[bar]));
            lows[bar] = Math.min(round(low), Math.min(opens[bar], closes[bar]));
        }
    }

    private void trade(int wanted) {
        double cash = CASH;
        double paid = 0;
        int marked = 0;
        for (int number = 1; number <= wanted; number++) {
            int from = (int) ((long) number * size / (wanted + 1.0));
            int room = Math.max(1, size / (wanted + 1) - 2);
            int to = Math.min(size - 1, from + 1 + random.nextInt(Math.max(1, room)));
            boolean buy = random.nextInt(3) > 0;
            double quantity = Math.floor(cash / opens[from] * 100_000) / 100_000;
            double edge = random.nextInt(100) < 54 ? 0.0006 : 0;
            double exit = round(closes[to] * (1 + (buy ? edge : -edge)));
            double fees = FEE * quantity * (opens[from] + exit);
            double pnl = (buy ? 1 : -1) * quantity * (exit - opens[from]) - fees;
            for (; marked < from; marked++) {
                mark(marked, cash, paid);
            }
            for (; marked < to; marked++) {
                mark(marked, cash + (buy ? 1 : -1) * quantity * (closes[marked] - opens[from]), paid);
            }
            cash += pnl;
            paid += fees;
            TradeRow.Exit how = EXITS.get(pnl > 0 ? random.nextInt(3) : random.nextInt(2));
            double stop = round(opens[from] * (buy ? 0.9875 : 1.0125));
            trades.add(new TradeRow(
                    number,
                    number % 5 == 0 ? "Breakout" : "SmaCross",
                    "BTC/USDT:USDT",
                    2,
                    buy,
                    times[from],
                    opens[from],
                    times[to],
                    exit,
                    quantity,
                    pnl,
                    fees,
                    pnl / (quantity * opens[from]),
                    how,
                    how == TradeRow.Exit.SIGNAL ? WHYS[random.nextInt(3)] : "",
                    OptionalDouble.of(stop),
                    number % 2 == 0
                            ? OptionalDouble.of(round(opens[from] * (buy ? 1.02 : 0.98)))
                            : OptionalDouble.empty(),
                    to - from,
                    excursion(from, to, opens[from], exit, !buy),
                    excursion(from, to, opens[from], exit, buy)));
        }
        for (; marked < size; marked++) {
            mark(marked, cash, paid);
        }
    }

    private double excursion(int from, int to, double entry, double exit, boolean up) {
        double farthest = Math.max(0, up ? exit - entry : entry - exit);
        for (int bar = from; bar < to; bar++) {
            farthest = Math.max(farthest, up ? highs[bar] - entry : entry - lows[bar]);
        }
        return farthest / entry;
    }

    private void mark(int bar, double equity, double paid) {
        net[bar] = equity;
        gross[bar] = equity + paid;
    }

    /** What the trades of each strategy came to by then. */
    private List<ReportInput.Share> shares() {
        List<ReportInput.Share> shares = new ArrayList<>();
        for (String name : List.of("SmaCross", "Breakout")) {
            double[] profit = new double[size];
            int next = 0;
            double sum = 0;
            for (int bar = 0; bar < size; bar++) {
                for (; next < trades.size() && trades.get(next).exitTime() <= times[bar]; next++) {
                    sum += trades.get(next).strategy().equals(name)
                            ? trades.get(next).pnl()
                            : 0;
                }
                profit[bar] = sum;
            }
            shares.add(new ReportInput.Share(name, profit));
        }
        return shares;
    }

    /** Two averages, and in panes of their own how the price stands to one of them and how it moves. */
    private final class Averages implements ReportInput.Plots {
        @Override
        public List<String> names() {
            return List.of("sma(20)", "sma(100)", "rsi(14)", "macd(12,26,9).macd", "macd(12,26,9).hist");
        }

        @Override
        public double[][] at(int[] bars) {
            double[][] found = new double[5][bars.length];
            for (int i = 0; i < bars.length; i++) {
                double fast = average(bars[i], 20);
                double slow = average(bars[i], 100);
                found[0][i] = fast;
                found[1][i] = slow;
                found[2][i] = 50 + 2_000 * (closes[bars[i]] / fast - 1);
                found[3][i] = fast - slow;
                found[4][i] = closes[bars[i]] - fast;
            }
            return found;
        }

        private double average(int bar, int length) {
            if (bar < length - 1) {
                return Double.NaN;
            }
            double sum = 0;
            for (int i = bar - length + 1; i <= bar; i++) {
                sum += closes[i];
            }
            return sum / length;
        }
    }

    private ReportInput input(long seed) {
        long[] closeTimes = new long[size];
        for (int bar = 0; bar < size; bar++) {
            closeTimes[bar] = times[bar] + MINUTE;
        }
        double[] daily = DailyReturns.of(Times.of(closeTimes), bar -> net[bar], CASH);
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        parameters.put("fast", "20");
        parameters.put("slow", "100");
        parameters.put("stop", "1.25%");
        SequencedMap<String, String> hashes = new LinkedHashMap<>();
        hashes.put("hash", "9f2b64c1d4e5a7780b1c3f6e8d9a0b2c4e6f8091a2b3c4d5e6f708192a3b4c5d");
        hashes.put("dataHash", "0b1c3f6e8d9a0b2c4e6f8091a2b3c4d5e6f708192a3b4c5d9f2b64c1d4e5a778");
        ReportInput.Header header = new ReportInput.Header(
                "SmaCross",
                List.of("SmaCross", "Breakout"),
                parameters,
                "BTC/USDT:USDT",
                "1m",
                "USDT",
                OptionalLong.of(seed),
                hashes,
                "./fulmar backtest examples/SmaCross.java --csv year.csv --symbol BTC/USDT:USDT --timeframe 1m"
                        + " --param fast=20 --param slow=100 --param stop=1.25% --fee-bps 2.5 --out result",
                "fulmar 0.1.0");
        double fees = trades.stream().mapToDouble(TradeRow::fees).sum();
        return new ReportInput(
                header,
                new ReportInput.Candles(MARKET, bars(), 0),
                new ReportInput.Equity(CASH, net, gross, 2),
                shares(),
                new Averages(),
                trades,
                new ReportInput.Totals(
                        trades.size() * 2,
                        fees,
                        true,
                        0,
                        OptionalDouble.empty(),
                        START / DAY,
                        daily,
                        365,
                        Metrics.of(daily, 365)),
                List.of(
                        new ReportInput.Warning(
                                "GAPS",
                                3,
                                "Bars are missing in 3 places; 41 bars in all.",
                                List.of(new ReportInput.Moment(START + 5 * MINUTE, START + 40 * MINUTE, "35 bars"))),
                        new ReportInput.Warning(
                                "BALANCE_BELOW_ZERO",
                                12,
                                "The next open was dearer than the close a size was decided on.")),
                SampleAccount.of(trades, times, net, daily));
    }

    private Bars bars() {
        Bars bars = new Bars(Timeframe.parse("1m"), size);
        for (int bar = 0; bar < size; bar++) {
            bars.append(times[bar], cents(opens[bar]), cents(highs[bar]), cents(lows[bar]), cents(closes[bar]), 1);
        }
        return bars;
    }

    private static long cents(double price) {
        return Math.round(price * 100);
    }

    private static double round(double price) {
        return Math.round(price * 100) / 100.0;
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Report.write(
                of(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Long.parseLong(arguments[3])), file);
        System.out.println(file + ": " + Files.size(file) + " bytes");
    }
}
