package io.fulmar.risk;

import static io.fulmar.risk.GatesTest.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.FillEvent;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.RiskEvent.Breaker;
import io.fulmar.domain.RiskEvent.BreakerReset;
import io.fulmar.domain.RiskEvent.BreakerTripped;
import io.fulmar.domain.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakersTest {
    private static final long MINUTE = 60_000_000_000L;

    private final FakeDesk desk = new FakeDesk();

    @Test
    void drawdownRestsThenGivesAsMuchRoomAgain() {
        var risk = new Risk(FakeDesk.only(Control.DAILY_DRAWDOWN, new Bound(30_000, 10 * MINUTE)));
        desk.equity = 970_001;
        assertThat(bar(risk)).isEmpty();
        desk.equity = 970_000;
        var trip = (BreakerTripped) bar(risk).getFirst();
        assertThat(trip.breaker()).isEqualTo(Breaker.DAILY_DRAWDOWN);
        assertThat(trip.untilNanos()).isEqualTo(desk.now + 10 * MINUTE);
        assertThat(risk.nextTimer()).isEqualTo(trip.untilNanos());

        desk.equity = 1_000_000;
        assertThat(word(risk.submit(FakeDesk.entry(1, Side.BUY, 1), desk))).isEqualTo("COOLDOWN");
        assertThat(risk.onTimer(trip.untilNanos() - 1)).isEmpty();
        assertThat(risk.onTimer(trip.untilNanos())).containsExactly(new BreakerReset(Breaker.DAILY_DRAWDOWN, 0));
        risk.apply(new BreakerReset(Breaker.DAILY_DRAWDOWN, 0));
        assertThat(risk.nextTimer()).isEqualTo(Long.MAX_VALUE);

        desk.equity = 940_001;
        assertThat(bar(risk)).isEmpty();
        assertThat(word(risk.submit(FakeDesk.entry(1, Side.BUY, 1), desk))).isEqualTo("PASS");
        desk.equity = 940_000;
        assertThat(bar(risk)).hasSize(1);
    }

    @Test
    void newDayMeasuresFromItsOwnStart() {
        var risk = new Risk(FakeDesk.only(Control.DAILY_DRAWDOWN, new Bound(30_000, MINUTE)));
        desk.equity = 960_000;
        assertThat(bar(risk)).hasSize(1);
        desk.now += MINUTE;
        desk.dayStart = 960_000;
        risk.onDay(desk.now, desk.dayStart).forEach(risk::apply);
        assertThat(risk.tripped(Breaker.DAILY_DRAWDOWN, 0)).isFalse();
        desk.equity = 931_201;
        assertThat(bar(risk)).isEmpty();
        desk.equity = 931_200;
        assertThat(bar(risk)).hasSize(1);
    }

    /** A market that opens far below its stops: the limits see the loss before the strategy can add to it. */
    @Test
    void gapDownBarsNewRiskAtTheFirstBar() {
        var risk = new Risk(RiskLimits.live(Set.of(FakeDesk.ID)));
        desk.seatLots = desk.net = 9000;
        desk.price = 80;
        desk.equity = 820_000;
        var events = risk.onBar(desk, 80, 81, 79, 80);
        assertThat(events)
                .anyMatch(event -> event instanceof BreakerTripped trip && trip.breaker() == Breaker.DAILY_DRAWDOWN);
        assertThat(word(risk.submit(FakeDesk.entry(1, Side.BUY, 1), desk))).isEqualTo("COOLDOWN");
        events.forEach(risk::apply);
        assertThat(word(risk.submit(FakeDesk.entry(1, Side.BUY, 1), desk))).isEqualTo("COOLDOWN");
        var lossOnly = new Risk(RiskLimits.live(Set.of(FakeDesk.ID)).without(Control.DAILY_DRAWDOWN));
        assertThat(word(lossOnly.submit(FakeDesk.entry(1, Side.BUY, 1), desk))).isEqualTo("LOSS_LIMIT");
        assertThat(word(risk.submit(FakeDesk.exit(1, Side.SELL, 9000), desk))).isEqualTo("PASS");
    }

    @Test
    void positionTooLargeForAThinnerMarketTripsLiquidity() {
        var risk = new Risk(FakeDesk.only(Control.LIQUIDITY, new Bound(500_000, MINUTE)));
        desk.net = -50;
        desk.equity = 5000;
        desk.averageVolume = 100;
        assertThat(bar(risk)).isEmpty();
        desk.averageVolume = 99;
        assertThat(bar(risk)).hasSize(1);
        assertThat(risk.tripped(Breaker.LIQUIDITY, FakeDesk.ID)).isTrue();
        assertThat(risk.tripped(Breaker.LIQUIDITY, FakeDesk.ID + 1)).isFalse();
        desk.net = 0;
        assertThat(word(risk.submit(FakeDesk.entry(1, Side.SELL, 1), desk))).isEqualTo("LIQUIDITY");
        desk.now += MINUTE;
        assertThat(bar(risk)).containsExactly(new BreakerReset(Breaker.LIQUIDITY, FakeDesk.ID));
        assertThat(word(risk.submit(FakeDesk.entry(1, Side.SELL, 1), desk))).isEqualTo("PASS");
    }

    @Test
    void fillLargerThanTheMarketTripsTradeVolume() {
        var risk = new Risk(FakeDesk.only(Control.TRADE_VOLUME_BAR, new Bound(100_000, MINUTE)));
        desk.barVolume = 100;
        bar(risk);
        var entry = FakeDesk.entry(1, Side.BUY, 20);
        assertThat(risk.onFill(entry, fill(10), desk.now)).isEmpty();
        assertThat(risk.onFill(FakeDesk.exit(2, Side.SELL, 20), fill(11), desk.now))
                .isEmpty();
        var events = risk.onFill(entry, fill(11), desk.now);
        assertThat(events).hasSize(1);
        events.forEach(risk::apply);
        assertThat(word(risk.submit(FakeDesk.entry(1, Side.BUY, 1), desk))).isEqualTo("COOLDOWN");
    }

    @Test
    void impossibleBarTripsAndGoodBarsRecover() {
        var risk = new Risk(FakeDesk.only(Control.IMPOSSIBLE_DATA, new Bound(1, 3)));
        assertThat(bar(risk, 100, 101, 99, 100)).isEmpty();
        for (long[] bad : new long[][] {{100, 99, 99, 100}, {100, 101, 101, 100}, {1, 1, 0, 1}}) {
            assertThat(bar(risk, bad[0], bad[1], bad[2], bad[3])).hasSize(1);
            assertThat(word(risk.submit(FakeDesk.entry(1, Side.BUY, 1), desk))).isEqualTo("BAD_MARKET_DATA");
            assertThat(bar(risk, 100, 101, 99, 100)).isEmpty();
            assertThat(bar(risk, 100, 101, 99, 100)).isEmpty();
            assertThat(bar(risk, 100, 101, 99, 100)).containsExactly(dataReset());
            assertThat(word(risk.submit(FakeDesk.entry(1, Side.BUY, 1), desk))).isEqualTo("PASS");
        }
    }

    @Test
    void stillPriceTripsOneBarBeyondTheLimit() {
        var risk = new Risk(FakeDesk.only(Control.DATA_FROZEN, new Bound(5, 1)));
        bar(risk, 100, 101, 99, 100);
        for (int i = 0; i < 5; i++) {
            assertThat(bar(risk, 100, 100, 100, 100)).as("bar %d", i).isEmpty();
        }
        assertThat(bar(risk, 100, 100, 100, 100)).hasSize(1);
        assertThat(bar(risk, 100, 100, 100, 100)).isEmpty();
        assertThat(bar(risk, 100, 101, 100, 100)).containsExactly(dataReset());
    }

    @Test
    void missingBarsTripOneBeyondTheLimit() {
        var risk = new Risk(FakeDesk.only(Control.DATA_GAP, new Bound(3, 2)));
        bar(risk);
        bar(risk);
        desk.now += 3 * MINUTE;
        assertThat(bar(risk)).isEmpty();
        desk.now += 4 * MINUTE;
        assertThat(bar(risk)).hasSize(1);
        assertThat(bar(risk)).isEmpty();
        assertThat(bar(risk)).containsExactly(dataReset());
        var gap = risk.onGap(new MarketDataEvent.Gap(FakeDesk.ID, 0, 1, "the feed was away"));
        assertThat(gap).hasSize(1);
        gap.forEach(risk::apply);
        assertThat(bar(risk)).isEmpty();
        assertThat(bar(risk)).containsExactly(dataReset());
    }

    @Test
    void jumpBeyondItsSigmasTripsAndANewLevelIsAccepted() {
        var risk = new Risk(FakeDesk.only(Control.DATA_JUMP, new Bound(20, 3)));
        var random = new SplittableRandom(5);
        long price = 100_000;
        for (int i = 0; i < 500; i++) {
            price += random.nextInt(-100, 101);
            assertThat(bar(risk, price, price + 10, price - 10, price))
                    .as("bar %d", i)
                    .isEmpty();
        }
        // Moves are uniform on +-100 ticks: sigma is 58, so 500 is within 20 of them and 2000 beyond.
        price += 500;
        assertThat(bar(risk, price, price, price, price)).isEmpty();
        price += 2500;
        assertThat(bar(risk, price, price, price, price)).hasSize(1);
        for (int i = 0; i < 2; i++) {
            assertThat(bar(risk, price, price + 10, price - 10, price)).isEmpty();
        }
        assertThat(bar(risk, price, price + 10, price - 10, price)).containsExactly(dataReset());
        price -= 2500;
        assertThat(bar(risk, price, price, price, price))
                .as("the first has not made it tame")
                .hasSize(1);
    }

    @Test
    void oneTickIsNoJumpInAStillMarket() {
        var risk = new Risk(FakeDesk.only(Control.DATA_JUMP, new Bound(20, 3)));
        for (int i = 0; i < 200; i++) {
            assertThat(bar(risk, 10, 10, 10, 10)).isEmpty();
        }
        assertThat(bar(risk, 11, 11, 11, 11)).isEmpty();
    }

    /** Two desks: one trades and asks all the time, the other only folds what the first wrote down. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void foldingTheFactsGivesTheSameState(long seed) {
        var random = new SplittableRandom(seed);
        var live = new Risk(RiskLimits.live(Set.of(FakeDesk.ID)));
        var recovered = new Risk(RiskLimits.live(Set.of(FakeDesk.ID)));
        int events = 0;
        for (long id = 1; id < 3000; id++) {
            desk.now += random.nextLong(MINUTE);
            desk.priceTime = desk.now;
            desk.equity = 900_000 + random.nextLong(110_000);
            desk.barVolume = random.nextInt(200);
            var order = FakeDesk.entry(id, random.nextBoolean() ? Side.BUY : Side.SELL, 1 + random.nextInt(30));
            long price = 100L + random.nextInt(-3, 4);
            var made = new ArrayList<>(live.onBar(desk, price, price + random.nextInt(-1, 5), price - 1, price));
            made.forEach(live::apply);
            made.forEach(recovered::apply);
            if (live.submit(order, desk) instanceof Verdict.Pass<Action.Submit> pass) {
                var action = pass.permit().take();
                live.onAction(action, FakeDesk.SEAT, desk.now);
                recovered.onAction(action, FakeDesk.SEAT, desk.now);
                var filled = live.onFill(order, fill(order.lots()), desk.now);
                recovered.onFill(order, fill(order.lots()), desk.now);
                filled.forEach(live::apply);
                filled.forEach(recovered::apply);
                made.addAll(filled);
            }
            if (random.nextInt(200) == 0) {
                live.onDay(desk.now, desk.equity).forEach(live::apply);
                recovered.onDay(desk.now, desk.equity).forEach(recovered::apply);
            }
            events += made.size();
            assertThat(recovered.state()).as("seed %d order %d", seed, id).isEqualTo(live.state());
        }
        assertThat(events).as("seed %d", seed).isGreaterThan(10);
    }

    @Test
    void askingChangesNothing() {
        var risk = new Risk(RiskLimits.live(Set.of(FakeDesk.ID)));
        risk.onAction(new Action.Submit(FakeDesk.entry(1, Side.BUY, 1)), FakeDesk.SEAT, desk.now);
        risk.onFill(FakeDesk.entry(1, Side.BUY, 1), fill(1), desk.now);
        var before = risk.state();
        for (long id = 2; id < 50; id++) {
            risk.submit(FakeDesk.entry(id, Side.BUY, id), desk);
        }
        assertThat(risk.state()).isEqualTo(before);
    }

    private static FillEvent.Filled fill(long lots) {
        return new FillEvent.Filled(1, "t", 100, lots, 0, false, 0);
    }

    private static BreakerReset dataReset() {
        return new BreakerReset(Breaker.DATA_INTEGRITY, FakeDesk.ID);
    }

    private List<RiskEvent> bar(Risk risk) {
        return bar(risk, 100, 101, 99, 100);
    }

    private List<RiskEvent> bar(Risk risk, long open, long high, long low, long close) {
        desk.now += MINUTE;
        desk.priceTime = desk.now;
        var events = risk.onBar(desk, open, high, low, close);
        events.forEach(risk::apply);
        return events;
    }
}
