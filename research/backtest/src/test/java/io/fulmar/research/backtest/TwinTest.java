package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.research.backtest.Engine.Fill;
import io.fulmar.research.backtest.Engine.Kind;
import io.fulmar.research.backtest.Engine.Outcome;
import io.fulmar.research.backtest.Engine.Side;
import io.fulmar.research.backtest.Engine.Trade;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every engine against the slow twin on random markets, and the twin against what must hold for any backtest. */
class TwinTest {
    private static final int SEEDS = 3_000;
    private static final int SEEDS_OF_PROPERTIES = 500;

    @Test
    void everyEngineEqualsTheTwinOnRandomMarkets() {
        Engines.ALL.forEach((name, engine) -> {
            int compared = 0;
            for (long seed = 0; seed < SEEDS; seed++) {
                TwinCase random = TwinCase.of(seed);
                if (random.beyondDoubles()) continue;
                compared++;
                Optional<String> difference = random.difference(engine);
                assertThat(difference).as(name).isEmpty();
            }
            assertThat(compared).as("markets on which no engine may differ").isGreaterThan(SEEDS * 9 / 10);
        });
    }

    @Test
    void everyCentIsAccountedFor() {
        for (long seed = 0; seed < SEEDS_OF_PROPERTIES; seed++) {
            TwinCase random = TwinCase.of(seed);
            Outcome outcome = random.expected();
            BigDecimal feeOfOpen = BigDecimal.ZERO;
            BigDecimal held = BigDecimal.ZERO;
            BigDecimal fees = BigDecimal.ZERO;
            for (Fill fill : outcome.fills()) {
                held = fill.side() == Side.BUY ? held.add(fill.quantity()) : held.subtract(fill.quantity());
                feeOfOpen = held.signum() == 0 ? BigDecimal.ZERO : fill.fee();
                fees = fees.add(fill.fee());
            }
            BigDecimal cash = random.costs().cash().subtract(feeOfOpen);
            for (Trade trade : outcome.trades()) cash = cash.add(trade.pnl());
            assertThat(outcome.cash()).as("cash, seed %s", seed).isEqualByComparingTo(cash);
            assertThat(outcome.position()).as("position, seed %s", seed).isEqualByComparingTo(held);
            assertThat(outcome.fees()).as("fees, seed %s", seed).isEqualByComparingTo(fees);
        }
    }

    @Test
    void noEngineKnowsTheBarsToCome() {
        Engines.ALL.forEach((name, engine) -> {
            for (long seed = 0; seed < SEEDS_OF_PROPERTIES; seed++) {
                TwinCase random = TwinCase.of(seed);
                int bars = random.market().bars().size() / 2;
                Outcome whole = engine.run(random.market(), random.costs(), random.rules());
                Outcome half = engine.run(random.market().firstBars(bars), random.costs(), random.rules());
                List<Fill> fills =
                        whole.fills().stream().filter(f -> f.bar() < bars).toList();
                assertThat(half.fills().stream().map(Events::line))
                        .as("%s, seed %s", name, seed)
                        .isEqualTo(fills.stream().map(Events::line).toList());
            }
        });
    }

    @Test
    void theRandomMarketsReachEveryCorner() {
        Map<String, Integer> seen = new HashMap<>();
        for (long seed = 0; seed < SEEDS_OF_PROPERTIES; seed++) {
            TwinCase random = TwinCase.of(seed);
            Outcome outcome = random.expected();
            outcome.fills().forEach(f -> seen.merge(f.kind().name(), 1, Integer::sum));
            outcome.refusals().forEach(r -> seen.merge(r.reason(), 1, Integer::sum));
            outcome.trades().stream()
                    .filter(t -> t.entryBar() == t.exitBar())
                    .forEach(_ -> seen.merge("LEFT ON ENTRY BAR", 1, Integer::sum));
            seen.merge("CANCELLED", outcome.cancelled(), Integer::sum);
            seen.merge("OVERDRAWN", outcome.overdrawn(), Integer::sum);
        }
        for (Kind kind : Kind.values()) assertThat(seen).containsKey(kind.name());
        assertThat(seen)
                .containsKeys("SIZE_ZERO", "INSOLVENT", "POSITION_OPEN", "LEFT ON ENTRY BAR", "CANCELLED", "OVERDRAWN");
        assertThat(seen.values()).as("%s", seen).allMatch(count -> count >= 30);
    }
}
