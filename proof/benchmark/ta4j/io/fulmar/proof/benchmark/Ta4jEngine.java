package io.fulmar.proof.benchmark;

import io.fulmar.domain.Side;
import io.fulmar.market.Bars;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Position;
import org.ta4j.core.Trade;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.criteria.pnl.NetProfitLossCriterion;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/**
 * ta4j with DoubleNum. Prices are whole ticks: as decimals its sums of doubles would break the ties of averages. Compiled by the script
 * that fetches ta4j, never by the build.
 */
final class Ta4jEngine implements PeerEngine {
    private static final NumFactory NUMBERS = DoubleNumFactory.getInstance();
    private static final double BASIS_POINT = 1e-4;

    private final String version;
    private BarSeries series = new BaseBarSeriesBuilder().withNumFactory(NUMBERS).build();
    private TradingRecord done = new org.ta4j.core.BaseTradingRecord();

    Ta4jEngine(String version) {
        this.version = version;
    }

    public static void main(String[] arguments) {
        EngineBenchmark.run(List.of(new Ta4jEngine(arguments[0])));
    }

    @Override
    public String name() {
        return "ta4j " + version + " (DoubleNum)";
    }

    @Override
    public void prepare(SyntheticYears market) {
        Bars bars = market.bars();
        Duration length = Duration.ofNanos(bars.timeframe().nanos());
        List<Bar> all = new ArrayList<>(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            Instant begin = Instant.ofEpochSecond(0, bars.openTime(i));
            all.add(new BaseBar(
                    length,
                    begin,
                    begin.plus(length),
                    NUMBERS.numOf(bars.opens()[i]),
                    NUMBERS.numOf(bars.highs()[i]),
                    NUMBERS.numOf(bars.lows()[i]),
                    NUMBERS.numOf(bars.closes()[i]),
                    NUMBERS.numOf(bars.volumes()[i]),
                    NUMBERS.zero(),
                    0));
        }
        series = new BaseBarSeriesBuilder().withNumFactory(NUMBERS).withBars(all).build();
    }

    @Override
    public int run(int fast, int slow) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator quick = new SMAIndicator(close, fast);
        SMAIndicator calm = new SMAIndicator(close, slow);
        trade(quick, calm, slow);
        return done.getPositionCount();
    }

    /** Every fast average by every slow one; each average is one indicator for all combinations, whose values ta4j keeps. */
    void sweep(int[] fasts, int[] slows) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator[] quick = averages(close, fasts);
        SMAIndicator[] calm = averages(close, slows);
        for (SMAIndicator one : quick) {
            for (SMAIndicator other : calm) {
                trade(one, other, slows[slows.length - 1]);
            }
        }
    }

    private static SMAIndicator[] averages(ClosePriceIndicator close, int[] lengths) {
        SMAIndicator[] averages = new SMAIndicator[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            averages[i] = new SMAIndicator(close, lengths[i]);
        }
        return averages;
    }

    private void trade(SMAIndicator quick, SMAIndicator calm, int unstable) {
        BaseStrategy strategy = new BaseStrategy(
                new CrossedUpIndicatorRule(quick, calm), new CrossedDownIndicatorRule(quick, calm), unstable);
        BarSeriesManager manager = new BarSeriesManager(
                series,
                new LinearTransactionCostModel(Double.parseDouble(SyntheticYears.FEE) * BASIS_POINT),
                new ZeroCostModel(),
                new TradeOnNextOpenModel());
        done = manager.run(strategy, Trade.TradeType.BUY, NUMBERS.one());
    }

    @Override
    public List<BarFill> fills() {
        List<BarFill> fills = new ArrayList<>();
        for (Trade trade : done.getTrades()) {
            fills.add(new BarFill(
                    trade.getIndex(), trade.isBuy() ? Side.BUY : Side.SELL, (long) price(trade).doubleValue()));
        }
        return fills;
    }

    private Num price(Trade trade) {
        return trade.getPricePerAsset(series);
    }

    @Override
    public double net() {
        NetProfitLossCriterion criterion = new NetProfitLossCriterion();
        double net = 0;
        for (Position position : done.getPositions()) {
            net += criterion.calculate(series, position).doubleValue();
        }
        return net;
    }
}
