package io.fulmar.research.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/** What the account of a sample report was made of: the sample's trades, with costs drawn around them. */
final class SampleAccount {
    private static final long MONEY = 100_000_000;

    private SampleAccount() {}

    static ReportAccount of(List<TradeRow> trades, long[] times, double[] net, double[] daily) {
        SplittableRandom random = new SplittableRandom(trades.size());
        SequencedMap<String, Attribution.Part> parts = new LinkedHashMap<>();
        SequencedMap<String, Long> exits = new LinkedHashMap<>();
        Costs total = Costs.NONE;
        for (TradeRow trade : trades) {
            long pnl = Math.round(trade.pnl() * MONEY);
            long fees = Math.round(trade.fees() * MONEY);
            long slippage = random.nextLong(fees + 1);
            Costs costs = new Costs(pnl + fees + slippage, fees, 0, slippage, 0, 0, 0);
            String symbol = trade.number() % 3 == 0 ? "ETH/USDT:USDT" : "BTC/USDT:USDT";
            parts.merge(
                    trade.strategy() + symbol,
                    new Attribution.Part(trade.strategy(), symbol, 2, costs),
                    (a, b) -> new Attribution.Part(
                            a.strategy(),
                            a.symbol(),
                            a.fills() + b.fills(),
                            a.costs().plus(b.costs())));
            exits.merge(trade.exit().word(), pnl, Long::sum);
            total = total.plus(costs);
        }
        Exposure exposure = exposure(trades, times, net);
        List<FillQuality.Group> groups = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            groups.add(new FillQuality.Group(1_000 * i, 1_000 * i + 999, trades.size() / 4, i - 3, 0.5 * i, 0.2 * i));
        }
        double[] other = new double[daily.length];
        for (int day = 0; day < other.length; day++) {
            other[day] = 0.02 * random.nextGaussian() + daily[day];
        }
        return new ReportAccount(
                new Attribution(List.copyOf(parts.values()), total, exits, true),
                8,
                exposure,
                trades.isEmpty() ? FillQuality.NONE : new FillQuality(groups, groups),
                List.of(
                        new ReportAccount.Days("BTC/USDT:USDT", other),
                        new ReportAccount.Days("SmaCross", daily),
                        new ReportAccount.Days("Idle", new double[daily.length])));
    }

    private static Exposure exposure(List<TradeRow> trades, long[] times, double[] net) {
        double[] gross = new double[times.length];
        double[] signed = new double[times.length];
        double[] distance = new double[times.length];
        int next = 0;
        for (int bar = 0; bar < times.length; bar++) {
            while (next < trades.size() && trades.get(next).exitTime() <= times[bar]) {
                next++;
            }
            boolean held = next < trades.size() && trades.get(next).entryTime() <= times[bar];
            distance[bar] = Double.NaN;
            if (held) {
                TradeRow trade = trades.get(next);
                gross[bar] = trade.quantity() * trade.entryPrice() / net[bar];
                signed[bar] = trade.buy() ? gross[bar] : -gross[bar];
                distance[bar] = 0.2 + 0.1 * Math.sin(bar / 5_000.0);
            }
        }
        return new Exposure(gross, signed, distance);
    }
}
