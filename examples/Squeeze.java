import io.fulmar.strategy.*;

/**
 * An idea with states, written as states: a market falls QUIET, is then WATCHED for its way out, HELD, and left to REST.
 * Meant for short bars, such as seconds made of trades. What it remembers survives a restart.
 */
public class Squeeze extends Strategy<Squeeze.P> {
    public record P(
            @Range("10..2000 default 60") int window,
            @Range("0.1..1 default 0.6") double quiet,
            @Range("1..10 default 2") double reach,
            @Range("1..10000 default 120") int patience,
            @Range("0..10000 default 60") int rest) {}

    private enum State {
        QUIET,
        WATCHED,
        HELD,
        REST
    }

    final Series close = close();
    final Series mean = sma(p.window());
    final Series width = stddev(p.window());
    final Series usual = sma(series(stddev(p.window()).value()), 10 * p.window()); // how wide it is as a rule
    private State state = State.QUIET;
    private long bars;

    @Override
    public void onBar(Bar bar) {
        bars++;
        switch (state) {
            case QUIET -> {
                if (width.now() < p.quiet() * usual.now()) to(State.WATCHED);
            }
            case WATCHED -> {
                if (bars > p.patience()) to(State.QUIET);
                else if (close.now() > mean.now() + p.reach() * width.now()) enter(buy(equityPercent(50)));
                else if (close.now() < mean.now() - p.reach() * width.now()) enter(sell(equityPercent(50)));
            }
            case HELD -> {
                if (flat()) to(State.REST); // stopped out
                else if (isLong() && close.below(mean) || isShort() && close.above(mean)) exit("back at the mean");
                else if (bars > p.patience()) exitOnTime("it did not go far");
            }
            case REST -> {
                if (bars > p.rest()) to(State.QUIET);
            }
        }
    }

    private void enter(Entry entry) {
        entry.stop(percent(0.5)).because("out of the squeeze");
        to(State.HELD);
    }

    private void to(State next) {
        state = next;
        bars = 0;
    }

    @Override
    public void save(Memory memory) {
        memory.put("state", state.name());
        memory.put("bars", bars);
    }

    @Override
    public void load(Memory memory) {
        state = State.valueOf(memory.word("state", State.QUIET.name()));
        bars = memory.number("bars", 0);
    }
}
