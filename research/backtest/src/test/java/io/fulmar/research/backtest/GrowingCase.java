package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Candle;
import io.fulmar.research.backtest.Engine.Costs;
import io.fulmar.research.backtest.Engine.Fill;
import io.fulmar.research.backtest.Engine.Market;
import io.fulmar.research.backtest.Engine.Outcome;
import io.fulmar.research.backtest.Engine.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The random backtest of one seed in which positions may grow, and how an engine differs from the twin. */
record GrowingCase(Market market, Costs costs, Rules.Growing rules) {
    private static final BigDecimal LONG_HALF = new BigDecimal(Long.MAX_VALUE / 2);

    static GrowingCase of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Market market = RandomMarkets.market(random);
        Costs costs = RandomMarkets.costs(random);
        Rules.Growing rules = RandomRules.growing(random, market, costs.cash());
        return new GrowingCase(told(random, market), costs, rules);
    }

    /** Volumes that say up and down now and then. */
    private static Market told(SplittableRandom random, Market market) {
        List<Candle> bars = new ArrayList<>();
        int rarity = random.nextInt(4, 12);
        for (Candle c : market.bars()) {
            BigDecimal volume = new BigDecimal(random.nextInt(rarity) > 1 ? 1 : random.nextInt(2, 4));
            bars.add(new Candle(c.openTimeSeconds(), c.open(), c.high(), c.low(), c.close(), volume));
        }
        return Market.stepped(market.tick(), market.lot(), market.timeframeSeconds(), bars);
    }

    List<String> differences(Engine engine, int bars) {
        Market first = market.firstBars(bars);
        return Events.differences(GrowingTwin.ENGINE.run(first, costs, rules), engine.run(first, costs, rules));
    }

    String told(Engine engine) {
        int bars = 1;
        while (differences(engine, bars).isEmpty()) bars++;
        StringBuilder text = new StringBuilder("first " + bars + " bars, tick " + market.tick() + ", lot "
                + market.lot() + "\n" + costs + "\n" + rules + "\n");
        for (int i = Math.max(0, bars - 8); i < bars; i++) {
            Candle c = market.bars().get(i);
            text.append(i + ": " + c.open() + " " + c.high() + " " + c.low() + " " + c.close() + " told " + c.volume()
                    + "\n");
        }
        Market first = market.firstBars(bars);
        GrowingTwin.ENGINE.run(first, costs, rules).fills().forEach(f -> text.append("twin " + Events.line(f) + "\n"));
        engine.run(first, costs, rules).fills().forEach(f -> text.append("desk " + Events.line(f) + "\n"));
        return text + String.join("\n", differences(engine, bars));
    }

    /** Whether a decision of that outcome was too near for doubles, or an amount too large for a long. */
    boolean beyondDoubles(Outcome outcome) {
        BigDecimal most = BigDecimal.ZERO;
        for (BigDecimal equity : outcome.equity()) most = most.max(equity.abs());
        for (Fill fill : outcome.fills()) most = most.max(fill.price().multiply(fill.quantity()));
        return outcome.doubtful() || most.movePointRight(market.moneyScale()).compareTo(LONG_HALF) > 0;
    }
}
