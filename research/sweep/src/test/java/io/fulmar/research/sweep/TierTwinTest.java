package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.MarginMode;
import io.fulmar.domain.Minimums;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.VenueTerms;
import io.fulmar.research.robustness.Track;
import io.fulmar.research.sweepvector.Kernels;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ContractTerms;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.FundingSchedule;
import io.fulmar.simulation.exchange.IntrabarPath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random plans in the fast tiers and at the desk: trades, money, drawdown and daily equity are equal in every bit. */
class TierTwinTest {
    private static final int UNITS = Integer.getInteger("fulmar.tier.units", 150);
    private static final int PLANS = 4;
    private static final long WHOLE = 1_000_000;

    private static BacktestSetup template(SplittableRandom random, Kind kind, Bars bars) {
        String symbol = random.nextInt(4) == 0 && kind != Kind.ELSEWHERE ? "BTC/USD:BTC" : "BTC/USDT:USDT";
        Decimal lot = Decimal.parse(random.nextBoolean() ? "0.001" : "1");
        Instrument any = Instrument.of(1, "file", Symbol.parse(symbol), Decimal.parse("0.01"), lot, Decimal.of(1));
        Instrument instrument = random.nextInt(6) == 0 ? choosy(any) : any;
        MarketData data = new MarketData(instrument, bars, bars.size(), 0, 0, 0, 0, "");
        Rate taker = Rate.ofBasisPoints(random.nextInt(3) == 0 ? "0" : "4");
        Rate maker = Rate.ofBasisPoints(random.nextInt(3) == 0 ? "-1" : "2.5");
        Rate slippage = Rate.ofBasisPoints(random.nextInt(2) == 0 ? "0" : "3");
        return new BacktestSetup(
                List.of(data),
                List.of(new BacktestSetup.Contestant(
                        Drawn.class, new Empty(), "", 0, 0, random.nextInt(4) == 0 ? 600_000 : WHOLE)),
                Decimal.parse(random.nextInt(4) == 0 ? "77.7" : "10000"),
                random.nextInt(4) == 0 ? 3 * WHOLE : WHOLE,
                new ExchangeRules(
                        taker, maker, slippage, random.nextBoolean() ? IntrabarPath.WORST : IntrabarPath.ADAPTIVE),
                RiskLimits.backtest(),
                Long.MIN_VALUE,
                random.nextInt(3) == 0 ? funding(random, bars) : VenueTerms.PLAIN);
    }

    /** At a venue that takes no small orders. */
    private static Instrument choosy(Instrument any) {
        return new Instrument(
                any.id(),
                any.venue(),
                any.symbol(),
                any.kind(),
                any.tick(),
                any.lot(),
                any.contract(),
                new Minimums(3, Decimal.of(900)),
                any.settlement());
    }

    /** Settled every few bars, to and fro, at the last close or at a mark of its own; not always between two bars. */
    private static VenueTerms funding(SplittableRandom random, Bars bars) {
        List<FundingSchedule.Settlement> settlements = new ArrayList<>();
        long time = bars.openTime(0) - RandomBars.MINUTE;
        while (time < bars.closeTime(bars.size() - 1) + 3 * RandomBars.MINUTE) {
            time += random.nextInt(1, 20) * RandomBars.MINUTE + (random.nextInt(4) == 0 ? 1 : 0);
            Rate rate = Rate.ofPartsPerMillion(random.nextInt(-3_000, 3_000));
            settlements.add(
                    new FundingSchedule.Settlement(time, rate, random.nextBoolean() ? 0 : random.nextInt(1, 20_000)));
        }
        ContractTerms contract = ContractTerms.plain(1).withFunding(new FundingSchedule(settlements));
        return new VenueTerms(MarginMode.NONE, false, List.of(contract), "funding");
    }

    /** Another market before or behind it, which its plans may read. */
    private static BacktestSetup beside(SplittableRandom random, BacktestSetup setup) {
        MarketData home = setup.markets().get(0);
        Instrument other = Instrument.of(
                2, "file", Symbol.parse(RandomPlans.OTHER), Decimal.parse("0.1"), Decimal.ONE, Decimal.ONE);
        MarketData there = MarketData.made(other, RandomBars.beside(random, home.bars()));
        BacktestSetup.Contestant one = setup.strategies().get(0);
        int place = random.nextInt(2);
        return new BacktestSetup(
                place == 0 ? List.of(home, there) : List.of(there, home),
                List.of(new BacktestSetup.Contestant(
                        one.type(), one.parameters(), one.codeHash(), place, one.priority(), one.sharePpm())),
                setup.cash(),
                setup.leveragePpm(),
                setup.rules(),
                setup.limits(),
                setup.tradeFrom(),
                setup.terms());
    }

    private enum Kind {
        /** Whatever is run from signal to signal. */
        PLAIN,
        /** Beside another market, which is read. */
        ELSEWHERE,
        /** With positions that are added to. */
        ANY
    }

    record Empty() {}

    private static int size(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(1, 4);
            case 1 -> random.nextInt(1000, 1100);
            case 2 -> random.nextInt(2000, 3300);
            default -> random.nextInt(30, 400);
        };
    }

    private static final class Counts {
        final Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        long trades;
        final Map<Cause, Integer> exits = new EnumMap<>(Cause.class);

        /** Of plans that were run from signal to signal. */
        final RungCounts rungs = new RungCounts();

        final Map<String, Integer> reasons = new TreeMap<>();
    }

    /** Behind the warm-up of those plans that are warm in the first half; the others show that they are not. */
    private static int window(BacktestSetup template, List<Drawn.P> unit) {
        int size = Study.data(template).bars().size();
        int window = 0;
        for (Drawn.P one : unit) {
            int first = Window.firstBar(template, one);
            window = first <= size / 2 ? Math.max(window, first) : window;
        }
        return window;
    }

    private static void compare(long seed, Kind kind, Kernels kernels, Counts counts) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = RandomBars.bars(random, size(random));
        BacktestSetup alone = template(random, kind, bars);
        BacktestSetup template = kind == Kind.ELSEWHERE ? beside(random, alone) : alone;
        List<Drawn.P> unit = new ArrayList<>();
        for (int i = 0; i < PLANS; i++) {
            unit.add(Drawn.of(new RandomPlans(random, kind == Kind.ANY, kind == Kind.ELSEWHERE).plan()));
        }
        Study study = new Study(template, window(template, unit));
        Evaluator fast = new Evaluators(study, kernels).evaluator();
        DeskTrack fold = new DeskTrack(study);
        Track expected = new Track();
        Evaluator.Sink sink = (index, track, tier, reason) -> {
            BacktestResult result = new Backtest(study.backtest(unit.get(index))).run();
            fold.fill(result, expected);
            result.trades().forEach(trade -> counts.exits.merge(trade.exit(), 1, Integer::sum));
            assertThat(TrackText.of(track))
                    .as(
                            "seed %s, plan %s in %s %s: %s",
                            seed, index, tier, reason, unit.get(index).held().plan)
                    .isEqualTo(TrackText.of(expected));
            counts.tiers.merge(tier, 1, Integer::sum);
            if (tier == Tier.S) {
                counts.rungs.read(result.log());
            }
            counts.trades += track.trades;
            counts.reasons.merge(reason.replaceAll("[0-9]+", "n"), 1, Integer::sum);
        };
        try {
            fast.evaluate(unit, sink);
        } catch (ArithmeticException beyondTheDesk) {
            counts.reasons.merge("no desk can count so far", 1, Integer::sum);
        }
    }

    @Test
    void plansWithoutGrowingPositionsRunFromSignalToSignalAsAtTheDesk() {
        Counts counts = new Counts();
        for (long seed = 0; seed < UNITS; seed++) {
            compare(seed, Kind.PLAIN, Kernels.scalar(), counts);
        }
        assertThat(counts.tiers.get(Tier.S))
                .as("run in tier S of %s", counts.reasons)
                .isGreaterThan(UNITS * PLANS * 6 / 10);
        assertThat(counts.exits).containsKeys(Cause.SIGNAL, Cause.STOP, Cause.TARGET, Cause.TRAIL, Cause.TIME);
        assertThat(counts.exits.values()).as("%s", counts.exits).allMatch(count -> count > UNITS / 5);
        assertThat(counts.reasons.getOrDefault("no desk can count so far", 0)).isLessThan(1 + UNITS / 100);
        assertThat(counts.trades).as("trades").isGreaterThan(5L * UNITS * PLANS);
        List.of("first as maker", "first as taker", "joined as maker", "joined as taker", "expired, flat")
                .forEach(what -> assertThat(counts.rungs.of(what))
                        .as("%s of %s", what, counts.rungs)
                        .isGreaterThan(UNITS / 5));
        List.of(
                        "the signal turned, flat",
                        "the signal turned, holding",
                        "the position is closed, flat",
                        "expired, holding")
                .forEach(what -> assertThat(counts.rungs.of(what))
                        .as("%s of %s", what, counts.rungs)
                        .isPositive());
    }

    @Test
    void theVectorKernelsGiveTheSame() {
        Counts counts = new Counts();
        for (long seed = 0; seed < UNITS / 4; seed++) {
            compare(-1 - seed, Kind.PLAIN, Kernels.best(), counts);
        }
        assertThat(counts.tiers.get(Tier.S))
                .as("run in tier S of %s", counts.reasons)
                .isGreaterThan(UNITS / 4);
    }

    @Test
    void plansThatReadAnotherMarketDoToo() {
        Counts counts = new Counts();
        for (long seed = 0; seed < UNITS / 3; seed++) {
            compare(2_000_000 + seed, Kind.ELSEWHERE, Kernels.best(), counts);
        }
        assertThat(counts.tiers.get(Tier.S))
                .as("run in tier S of %s", counts.reasons)
                .isGreaterThan(UNITS / 3);
        assertThat(counts.tiers.get(Tier.E)).isPositive();
    }

    @Test
    void anyPlanGivesWhatTheDeskGives() {
        Counts counts = new Counts();
        for (long seed = 0; seed < UNITS / 4; seed++) {
            compare(1_000_000 + seed, Kind.ANY, Kernels.best(), counts);
        }
        assertThat(counts.tiers.get(Tier.S)).isPositive();
        assertThat(counts.tiers.get(Tier.C)).isGreaterThan(UNITS / 4);
    }
}
