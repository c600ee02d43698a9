import io.fulmar.strategy.*;

/**
 * Follows a market out of its range: long above the highest high of so many bars, short below the lowest low.
 *
 * <p>A breakout that fails is left at once: the stop stands a few average true ranges away, so it is wide in a wild market
 * and tight in a calm one, and the size is chosen so that a stop costs the same share of equity every time.
 */
public class Breakout extends Strategy<Breakout.P> {
    public record P(
            @Range("2..5000 default 48") int range,
            @Range("1..500 default 24") int atr,
            @Range("0.5..20 default 3") double stop,
            @Range("0.01..10 % default 1") double risk) {}

    // previous(): the bar that breaks out must not be part of the range it breaks
    final Series ceiling = highest(high(), p.range()).previous();
    final Series floor = lowest(low(), p.range()).previous();
    final Series atr = atr(p.atr());
    final Series close = close();

    @Override
    public void onBar(Bar bar) {
        if (flat() && close.crossesAbove(ceiling)) {
            buy(riskPercent(p.risk())).stop(atr.times(p.stop())).because("above the range");
        } else if (flat() && close.crossesBelow(floor)) {
            sell(riskPercent(p.risk())).stop(atr.times(p.stop())).because("below the range");
        } else if (isLong() && close.below(floor)) {
            exit("fell out of the range");
        } else if (isShort() && close.above(ceiling)) {
            exit("rose out of the range");
        }
    }
}
