import io.fulmar.strategy.*;

/** {@link Breakout} said as a plan: the same trades, and a form that a sweep can run many times faster. */
public class BreakoutPlan extends PlannedStrategy<BreakoutPlan.P> {
    public record P(
            @Range("2..5000 default 48") int range,
            @Range("1..500 default 24") int atr,
            @Range("0.5..20 default 3") double stop,
            @Range("0.01..10 % default 1") double risk) {}

    @Override
    public Plan plan() {
        var ceiling = highest(high(), p.range()).previous();
        var floor = lowest(low(), p.range()).previous();
        var stop = atr(p.atr()).times(p.stop());
        return when(close().crossesAbove(ceiling))
                .buy(riskPercent(p.risk()))
                .stop(stop)
                .exitWhen(close().below(floor))
                .orWhen(close().crossesBelow(floor))
                .sell(riskPercent(p.risk()))
                .stop(stop)
                .exitWhen(close().above(ceiling));
    }
}
