import io.fulmar.strategy.*;

/** Long while the fast average is above the slow one. */
public class SmaCross extends Strategy<SmaCross.P> {
  public record P(@Range("1..20000 default 20") int fast, @Range("1..20000 default 100") int slow,
                  @Range("0..99 % default 0") double stop, @Range("0..99 % default 0") double target) {}

  final Series fast = sma(p.fast()), slow = sma(p.slow());

  @Override public void onBar(Bar bar) {
    if (flat() && fast.crossesAbove(slow)) buy(equityPercent(100)).stop(percent(p.stop())).target(percent(p.target()));
    else if (holding() && fast.crossesBelow(slow)) exit("fast below slow");
  }
}
