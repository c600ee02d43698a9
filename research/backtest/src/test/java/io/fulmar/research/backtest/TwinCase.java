package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Candle;
import io.fulmar.research.backtest.Engine.Costs;
import io.fulmar.research.backtest.Engine.Fill;
import io.fulmar.research.backtest.Engine.Market;
import io.fulmar.research.backtest.Engine.Outcome;
import io.fulmar.research.backtest.Engine.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The random backtest of one seed, what the twin makes of it, and how another engine differs. */
record TwinCase(long seed, Market market, Costs costs, Rules rules, Outcome expected) {
    private static final int BARS_SHOWN = 6;
    /** Half of what a long holds: room for a fee and a profit. */
    private static final BigDecimal LONG_HALF = new BigDecimal(Long.MAX_VALUE / 2);

    static TwinCase of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Market market = RandomMarkets.market(random);
        Costs costs = RandomMarkets.costs(random);
        Rules rules = RandomRules.rules(random, market, costs.cash());
        return new TwinCase(seed, market, costs, rules, SlowTwin.ENGINE.run(market, costs, rules));
    }

    /** Whether a decision was too near for doubles, or an amount too large for a long. */
    boolean beyondDoubles() {
        BigDecimal most = BigDecimal.ZERO;
        for (BigDecimal equity : expected.equity()) most = most.max(equity.abs());
        for (Fill fill : expected.fills()) most = most.max(fill.price().multiply(fill.quantity()));
        return expected.doubtful() || most.movePointRight(market.moneyScale()).compareTo(LONG_HALF) > 0;
    }

    /** The shortest beginning of the market on which the engine differs, described; empty when it agrees. */
    Optional<String> difference(Engine engine) {
        if (Events.differences(expected, engine.run(market, costs, rules)).isEmpty()) return Optional.empty();
        int bars = 1;
        while (differences(engine, market.firstBars(bars)).isEmpty()) bars++;
        Market shortest = market.firstBars(bars);
        StringBuilder text = new StringBuilder("seed " + seed + ", first " + bars + " bars, tick " + market.tick()
                + ", lot " + market.lot() + "\n" + costs + "\n" + brief(bars) + "\n");
        for (int i = Math.max(0, bars - BARS_SHOWN); i < bars; i++) {
            Candle c = shortest.bars().get(i);
            text.append(i + ": " + c.open() + " " + c.high() + " " + c.low() + " " + c.close() + "\n");
        }
        SlowTwin.ENGINE.run(shortest, costs, rules).fills().forEach(f -> text.append("twin " + Events.line(f) + "\n"));
        differences(engine, shortest).forEach(line -> text.append(line + "\n"));
        return Optional.of(text.toString());
    }

    private List<String> differences(Engine engine, Market part) {
        return Events.differences(SlowTwin.ENGINE.run(part, costs, rules), engine.run(part, costs, rules));
    }

    /** The rules, of a script only what it asks for on the bars shown. */
    private String brief(int bars) {
        return switch (rules) {
            case Rules.Idea idea -> idea.toString();
            case Rules.Growing growing -> growing.toString();
            case Rules.Script script -> {
                StringBuilder text = new StringBuilder(script.cooldown().toString());
                for (int i = 0; i < bars; i++) {
                    if (script.actions().containsKey(i))
                        text.append("\n" + i + " " + script.actions().get(i));
                }
                yield text.toString();
            }
        };
    }
}
