import io.fulmar.strategy.*;

/** Long while the fast average is above the slow one. */
public class SmaCrossPlan extends PlannedStrategy<SmaCrossPlan.P> {
    public record P(
            @Range("1..20000 default 20") int fast,
            @Range("1..20000 default 100") int slow,
            @Range("0..99 % default 0") double stop,
            @Range("0..99 % default 0") double target) {}

    @Override
    public Plan plan() {
        var fast = sma(p.fast());
        var slow = sma(p.slow());
        return when(fast.crossesAbove(slow))
                .buy(equityPercent(100))
                .stop(percent(p.stop()))
                .target(percent(p.target()))
                .exitWhen(fast.crossesBelow(slow));
    }
}
