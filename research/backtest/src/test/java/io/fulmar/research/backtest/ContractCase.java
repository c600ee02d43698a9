package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.MarginMode;
import io.fulmar.domain.MarginTiers;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ContractTerms;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.FundingSchedule;
import io.fulmar.simulation.exchange.IntrabarPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A random contract, market, script and account, from a seed. Prices are small whole ticks, so that the slow twin can count them. */
final class ContractCase {
    static final long HOUR = 3_600_000_000_000L;
    private static final int BARS = 60;

    /** One step of the maintenance table, in money units. */
    record Step(long from, Rate rate, long leveragePpm) {}

    final long seed;
    final boolean inverse;
    final Instrument instrument;
    final long[][] bars = new long[BARS][4];
    final Map<Integer, String> words = new HashMap<>();
    final List<FundingSchedule.Settlement> funding = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final Optional<Rate> liquidationFee;
    final MarginMode margin;
    final boolean hedge;
    final long leveragePpm;
    final Decimal cash;
    final Rate fee;
    final Rate slippage;
    final long expiry;
    final Rate settlementFee;

    ContractCase(long seed, boolean margined, boolean hedge) {
        SplittableRandom random = new SplittableRandom(seed);
        this.seed = seed;
        this.hedge = hedge;
        inverse = random.nextBoolean();
        boolean dated = random.nextInt(5) == 0;
        expiry = dated ? random.nextInt(5, BARS + 3) * HOUR : Long.MAX_VALUE;
        settlementFee = dated && random.nextBoolean() ? Rate.ofBasisPoints("2") : Rate.ZERO;
        String symbol = (inverse ? "BTC/USD:BTC" : "BTC/USDT:USDT") + (dated ? "-261225" : "");
        instrument = Instrument.of(1, "test", Symbol.parse(symbol), Decimal.ONE, Decimal.ONE, Decimal.ONE);
        long price = random.nextLong(100, 2_000);
        cash = inverse ? Decimal.of(random.nextLong(1, 40)) : Decimal.of(random.nextLong(1_000, 50_000));
        fee = random.nextBoolean() ? Rate.ZERO : Rate.ofBasisPoints(Integer.toString(random.nextInt(1, 12)));
        slippage = random.nextInt(3) > 0 ? Rate.ZERO : Rate.ofBasisPoints(Integer.toString(random.nextInt(1, 40)));
        margin = margined ? (random.nextBoolean() ? MarginMode.ISOLATED : MarginMode.CROSS) : MarginMode.NONE;
        leveragePpm = 1_000_000L * (margined ? random.nextLong(2, 60) : random.nextLong(1, 4));
        liquidationFee = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(Rate.ofBasisPoints(Integer.toString(random.nextInt(0, 200))));
        walk(random, price);
        script(random, price);
        if (random.nextInt(4) > 0) {
            fund(random);
        }
        tiers(random);
    }

    private void walk(SplittableRandom random, long start) {
        long last = start;
        int wild = random.nextInt(1, 8);
        for (long[] bar : bars) {
            long open = Math.max(
                    1,
                    last + (random.nextInt(6) == 0 ? random.nextLong(-last * wild / 50 - 1, last * wild / 50 + 2) : 0));
            long close = Math.max(1, open + random.nextLong(-open * wild / 60 - 1, open * wild / 60 + 2));
            bar[0] = open;
            bar[1] = Math.max(open, close) + random.nextLong(0, open * wild / 80 + 2);
            bar[2] = Math.max(1, Math.min(open, close) - random.nextLong(0, open * wild / 80 + 2));
            bar[3] = close;
            last = close;
        }
    }

    private void script(SplittableRandom random, long price) {
        long most =
                Math.max(2, (inverse ? cash.mantissa() * price : cash.mantissa() / price) * leveragePpm / 1_000_000);
        for (int i = 0; i < BARS; i++) {
            List<String> said = new ArrayList<>();
            if (random.nextInt(6) == 0) {
                said.add(exit(random));
            }
            if (random.nextInt(4) == 0) {
                said.add(entry(random, most, price, hedge && margin == MarginMode.CROSS));
            }
            if (!said.isEmpty()) {
                words.put(i, String.join(";", said));
            }
        }
    }

    private String exit(SplittableRandom random) {
        return hedge ? new String[] {"exit", "exit-long", "exit-short"}[random.nextInt(3)] : "exit";
    }

    private static String entry(SplittableRandom random, long most, long price, boolean bare) {
        String side = random.nextBoolean() ? "buy" : "sell";
        String stop = random.nextInt(3) > 0 || bare ? "" : " stop " + random.nextLong(1, price / 4 + 2);
        return side + " " + random.nextLong(1, most + 1) + stop;
    }

    private void fund(SplittableRandom random) {
        int each = random.nextInt(1, 9);
        long shift = random.nextInt(3) == 0 ? HOUR / 2 : 0;
        for (long i = each; i < BARS; i += each) {
            Rate rate = new Rate(random.nextLong(-75, 76), random.nextBoolean() ? 10_000 : 7_777);
            long mark = random.nextInt(3) == 0 ? Math.max(1, bars[(int) i][0] + random.nextLong(-3, 4)) : 0;
            funding.add(new FundingSchedule.Settlement(i * HOUR + shift, rate, mark));
        }
    }

    private void tiers(SplittableRandom random) {
        long unit = instrument.settlement().unitsPerOne();
        long from = 0;
        long bps = random.nextLong(0, 100);
        int count = random.nextInt(1, 5);
        for (int i = 0; i < count; i++) {
            steps.add(new Step(from, Rate.ofPartsPerMillion(bps * 100), random.nextInt(4) == 0 ? 30_000_000 : 0));
            from += random.nextLong(1, cash.mantissa() * 4 + 2) * unit;
            bps += random.nextLong(1, 200);
        }
    }

    BacktestSetup setup() {
        Bars columns = new Bars(new Timeframe(HOUR), BARS);
        for (int i = 0; i < BARS; i++) {
            columns.append(i * HOUR, bars[i][0], bars[i][1], bars[i][2], bars[i][3], 1);
        }
        MarginTiers table = MarginTiers.of(
                steps.stream()
                        .map(step -> new MarginTiers.Tier(step.from, step.rate, 0, step.leveragePpm))
                        .toList(),
                Long.MAX_VALUE);
        ContractTerms contract =
                new ContractTerms(1, new FundingSchedule(funding), table, liquidationFee, expiry, settlementFee);
        return new BacktestSetup(
                List.of(new MarketData(instrument, columns, BARS, 0, 0, 0, 0, "")),
                List.of(new BacktestSetup.Contestant(
                        ScriptedStrategy.class,
                        new ScriptedStrategy.P(new ScriptedStrategy.Script(words)),
                        "",
                        0,
                        0,
                        1_000_000)),
                cash,
                leveragePpm,
                new ExchangeRules(fee, fee, slippage, IntrabarPath.WORST),
                RiskLimits.backtest(),
                Long.MIN_VALUE,
                new VenueTerms(margin, hedge, List.of(contract), "case " + seed));
    }
}
