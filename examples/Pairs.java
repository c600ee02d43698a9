import io.fulmar.strategy.*;

/**
 * Two markets that go together: when their ratio has strayed far from its mean, sells the dear one, buys the cheap one for as much, and
 * waits for the ratio to come back. Needs the other market's bars too: --csv BTC/USDT:USDT=FILE --csv ETH/USDT:USDT=FILE.
 */
public class Pairs extends Strategy<Pairs.P> {
    public record P(
            @Range("default ETH/USDT:USDT") String other,
            @Range("10..5000 default 96") int window,
            @Range("0.5..10 step 0.1 default 2") double enter,
            @Range("0..10 step 0.1 default 0.3") double leave,
            @Range("1..20 step 0.1 default 4") double giveUp,
            @Range("1..100 % default 45") double leg) {}

    final Market other = market(p.other());
    final Series ratio = series(close().value().dividedBy(other.close().value()));
    final Series mean = sma(ratio, p.window());
    final Series deviation = indicatorOf(ratio, "stddev", p.window(), 1);

    @Override
    public void onBar(Bar bar) {
        double strayed = (ratio.now() - mean.now()) / deviation.now();
        if (holding() != other.holding()) {
            leave("one leg alone is a bet on the market"); // its other was refused
        } else if (flat() && other.flat() && Math.abs(strayed) > p.enter() && Math.abs(strayed) < p.giveUp()) {
            enter(strayed > 0);
        } else if (holding() && (isShort() ? strayed : -strayed) < p.leave()) {
            leave("the ratio is back");
        } else if (holding() && Math.abs(strayed) > p.giveUp()) {
            leave("the ratio may not come back");
        }
    }

    private void enter(boolean dear) {
        if (dear) {
            sell(equityPercent(p.leg())).because("dear");
            other.buy(equityPercent(p.leg())).because("cheap");
        } else {
            buy(equityPercent(p.leg())).because("cheap");
            other.sell(equityPercent(p.leg())).because("dear");
        }
    }

    private void leave(String why) {
        if (holding()) exit(why);
        if (other.holding()) other.exit(why);
    }
}
