import io.fulmar.strategy.*;

/**
 * Buys a dip of the short bars while the long ones rise. Two timeframes in one file: what stands before {@code on} is computed
 * over four-hour bars, of which only closed ones are ever seen.
 */
public class TrendPullback extends Strategy<TrendPullback.P> {
    public record P(
            @Range("2..200 default 20") int trend,
            @Range("2..50 default 5") int strength,
            @Range("5..50 default 35") double dip,
            @Range("0.5..10 default 2.5") double stop,
            @Range("0.01..10 % default 1") double risk) {}

    final Series close = close();
    final Series trend = ema(p.trend()).on(hours(4));
    final Series before = ema(p.trend()).previous().on(hours(4)); // one four-hour bar earlier
    final Series strength = rsi(p.strength());
    final Series atr = atr(14);

    @Override
    public void onBar(Bar bar) {
        boolean rising = trend.above(before) && close.above(trend);
        if (flat() && rising && strength.crossesAbove(p.dip())) {
            buy(riskPercent(p.risk())).stop(atr.times(p.stop())).trail(atr.times(2 * p.stop())).because("the dip is over");
        } else if (holding() && close.below(trend)) {
            exit("the trend is over");
        }
    }
}
