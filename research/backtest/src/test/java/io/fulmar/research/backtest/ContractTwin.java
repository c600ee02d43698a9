package io.fulmar.research.backtest;

import io.fulmar.domain.MarginMode;
import io.fulmar.domain.Rate;
import io.fulmar.simulation.exchange.FundingSchedule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A contract's account once more, slow and obvious: whole numbers without end and plain loops, nothing shared with the engine. Prices at
 * which a margin is gone are found by counting down, or up, tick by tick.
 */
final class ContractTwin {
    private static final long CEILING = 200_000;

    /** One side's position. */
    private static final class Leg {
        long lots;
        BigInteger cost = BigInteger.ZERO;
        BigInteger margin = BigInteger.ZERO;
        long stop;
        boolean leaving;
        String wish = "";
        long wishLots;
        long wishStop;

        boolean open() {
            return lots != 0;
        }
    }

    private final ContractCase of;
    private final int digits;
    BigInteger balance;
    BigInteger fees = BigInteger.ZERO;
    BigInteger funding = BigInteger.ZERO;
    BigInteger covered = BigInteger.ZERO;
    final List<String> fills = new ArrayList<>();
    final List<BigInteger> equity = new ArrayList<>();
    int liquidations;
    int settlements;
    int refused;

    /** One leg, or a long and a short one in hedge mode. */
    private final List<Leg> legs;

    private int nextFunding;
    private boolean expired;

    ContractTwin(ContractCase of) {
        this.of = of;
        this.digits = of.instrument.settlement().digits();
        this.balance = of.cash.toBigDecimal().movePointRight(digits).toBigIntegerExact();
        this.legs = of.hedge ? List.of(new Leg(), new Leg()) : List.of(new Leg());
    }

    void run() {
        for (int i = 0; i < of.bars.length; i++) {
            long openTime = i * ContractCase.HOUR;
            calendar(openTime + ContractCase.HOUR, i);
            long[] bar = of.bars[i];
            for (Leg leg : legs) {
                if (leg.open() && dead(leg, bar[0], i)) {
                    liquidate(leg, bar[0], i);
                }
            }
            marketOrders(bar[0], i);
            range(bar, i);
            equity.add(equityAt(bar[3]));
            decide(i, bar[3]);
        }
        if (!expired && of.expiry <= of.bars.length * ContractCase.HOUR) {
            settle(of.bars.length);
            equity.set(equity.size() - 1, balance);
        }
    }

    // ---- arithmetic ----

    /** Lots x price, or for an inverse contract minus lots / price, in money units. */
    BigInteger value(long lots, long ticks) {
        BigDecimal worth = of.inverse
                ? BigDecimal.valueOf(-lots).divide(BigDecimal.valueOf(ticks), digits, RoundingMode.HALF_EVEN)
                : BigDecimal.valueOf(lots).multiply(BigDecimal.valueOf(ticks));
        return worth.movePointRight(digits).toBigIntegerExact();
    }

    private static BigInteger ceil(BigInteger amount, Rate rate) {
        BigInteger[] parts = amount.multiply(BigInteger.valueOf(rate.numerator()))
                .divideAndRemainder(BigInteger.valueOf(rate.denominator()));
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    private BigInteger maintenance(Leg leg, long ticks) {
        BigInteger notional = value(leg.lots, ticks).abs();
        BigInteger deduction = BigInteger.ZERO;
        Rate rate = Rate.ZERO;
        for (int i = 0; i < of.steps.size(); i++) {
            ContractCase.Step step = of.steps.get(i);
            BigInteger from = BigInteger.valueOf(step.from());
            if (from.compareTo(notional) <= 0) {
                if (i > 0) {
                    BigInteger floor = ceil(from.negate(), step.rate()).negate();
                    deduction = deduction.add(floor).subtract(ceil(from, rate));
                }
                rate = step.rate();
            }
        }
        return ceil(notional, rate).subtract(deduction);
    }

    private BigInteger unrealised(Leg leg, long ticks) {
        return leg.open() ? value(leg.lots, ticks).subtract(leg.cost) : BigInteger.ZERO;
    }

    private BigInteger equityAt(long ticks) {
        BigInteger sum = balance;
        for (Leg leg : legs) {
            sum = sum.add(unrealised(leg, ticks));
        }
        return sum;
    }

    private long slipped(boolean buying, long ticks) {
        BigInteger slip = ceil(BigInteger.valueOf(ticks), of.slippage);
        return buying ? ticks + slip.longValueExact() : Math.max(1, ticks - slip.longValueExact());
    }

    // ---- margin ----

    private boolean healthy(Leg leg, long ticks) {
        if (of.margin == MarginMode.ISOLATED) {
            return leg.margin.add(unrealised(leg, ticks)).compareTo(maintenance(leg, ticks)) > 0;
        }
        BigInteger needed = BigInteger.ZERO;
        for (Leg each : legs) {
            needed = each.open() ? needed.add(maintenance(each, ticks)) : needed;
        }
        return equityAt(ticks).compareTo(needed) > 0;
    }

    /** Whether the margin is gone at that price, or was at the last one seen: what the next price finds it liquidated at. */
    private boolean dead(Leg leg, long ticks, int bar) {
        if (of.margin == MarginMode.NONE) {
            return false;
        }
        long seen = bar == 0 ? of.bars[0][0] : of.bars[bar - 1][3];
        return !healthy(leg, seen) || !healthyOnTheWay(leg, seen, ticks);
    }

    /** No price between the two, walked one by one, takes the margin. */
    private boolean healthyOnTheWay(Leg leg, long from, long to) {
        long step = to > from ? 1 : -1;
        for (long at = from; at != to; at += step) {
            if (!healthy(leg, at + step)) {
                return false;
            }
        }
        return true;
    }

    private void liquidate(Leg hit, long ticks, int bar) {
        List<Leg> doomed = of.margin == MarginMode.CROSS ? legs : List.of(hit);
        Leg last = doomed.stream().filter(Leg::open).reduce(hit, (a, b) -> b);
        BigInteger left = of.margin == MarginMode.CROSS ? balance : hit.margin;
        List<Leg> open = doomed.stream().filter(Leg::open).toList();
        for (int i = 0; i < open.size(); i++) {
            Leg leg = open.get(i);
            long price = slipped(leg.lots < 0, ticks);
            BigInteger here = of.margin == MarginMode.CROSS ? balance : hit.margin;
            here = here.add(unrealised(leg, price));
            for (Leg later : open.subList(i + 1, open.size())) {
                here = here.add(unrealised(later, ticks));
            }
            BigInteger most = here.max(BigInteger.ZERO);
            BigInteger whole = leg == last ? most : BigInteger.ZERO;
            BigInteger fee = of.liquidationFee
                    .map(rate -> ceil(value(leg.lots, price).abs(), rate).min(most))
                    .orElse(whole);
            left = here.subtract(fee);
            liquidations++;
            close(leg, price, fee, bar, "liquidation");
        }
        BigInteger rest = of.margin == MarginMode.CROSS ? balance : left;
        if (rest.signum() < 0) {
            covered = covered.subtract(rest);
            balance = balance.subtract(rest);
        }
    }

    // ---- time ----

    private void calendar(long before, int bar) {
        while (nextFunding < of.funding.size()
                && of.funding.get(nextFunding).timeNanos() < before
                && of.funding.get(nextFunding).timeNanos() <= of.expiry) {
            if (!expired && of.expiry < of.funding.get(nextFunding).timeNanos()) {
                settle(bar);
            }
            if (!expired) {
                fund(of.funding.get(nextFunding), bar);
            }
            nextFunding++;
        }
        if (!expired && of.expiry < before) {
            settle(bar);
        }
    }

    private void fund(FundingSchedule.Settlement settlement, int bar) {
        for (Leg leg : legs) {
            if (leg.open()) {
                long mark = settlement.markTicks() > 0 ? settlement.markTicks() : of.bars[bar - 1][3];
                Rate rate = settlement.rate();
                Rate pays = leg.lots > 0 ? rate : new Rate(-rate.numerator(), rate.denominator());
                BigInteger paid = ceil(value(leg.lots, mark).abs(), pays);
                balance = balance.subtract(paid);
                funding = funding.subtract(paid);
                leg.margin = leg.margin.subtract(paid.max(BigInteger.ZERO));
            }
        }
    }

    private void settle(int bar) {
        expired = true;
        for (Leg leg : legs) {
            leg.wish = "";
            leg.stop = 0;
            leg.leaving = false;
            if (leg.open()) {
                long price = of.bars[bar - 1][3];
                settlements++;
                BigInteger fee = ceil(value(leg.lots, price).abs(), of.settlementFee);
                String time = Long.toString(of.expiry / ContractCase.HOUR);
                book(leg, price, fee, time, "settlement");
            }
        }
    }

    // ---- orders ----

    private void marketOrders(long open, int bar) {
        for (Leg leg : legs) {
            if (leg.leaving && leg.open()) {
                long price = slipped(leg.lots < 0, open);
                close(leg, price, ceil(value(leg.lots, price).abs(), of.fee), bar, "signal");
            }
            leg.leaving = false;
        }
        for (Leg leg : inOrder()) {
            if (!leg.wish.isEmpty()) {
                enter(leg, open, bar);
                if (of.margin != MarginMode.NONE && leg.open() && !healthy(leg, slippedLast)) {
                    arrivedDead = true;
                }
            }
        }
    }

    private long slippedLast;
    private boolean arrivedDead;
    private boolean shortFirst;

    private List<Leg> inOrder() {
        return legs;
    }

    private void enter(Leg leg, long open, int bar) {
        boolean buying = leg.wish.equals("buy");
        long price = slipped(buying, open);
        slippedLast = price;
        long lots = buying ? leg.wishLots : -leg.wishLots;
        BigInteger notional = value(lots, price).abs();
        BigInteger fee = ceil(notional, of.fee);
        leg.lots = lots;
        leg.cost = value(lots, price);
        leg.margin = ceil(notional, new Rate(1_000_000, of.leveragePpm));
        leg.stop = leg.wishStop == 0 ? 0 : price - (buying ? leg.wishStop : -leg.wishStop);
        leg.wish = "";
        balance = balance.subtract(fee);
        fees = fees.add(fee);
        row(Integer.toString(bar), buying, price, leg.wishLots, fee, "signal");
    }

    /** After the open: whichever of liquidation and stop the price meets first, looking at the worse end of the bar for each. */
    private void range(long[] bar, int at) {
        for (Leg leg : legs) {
            if (!leg.open()) {
                continue;
            }
            boolean up = leg.lots < 0;
            long worst = up ? bar[1] : bar[2];
            boolean stopped = leg.stop > 0 && (up ? worst >= leg.stop : worst <= leg.stop);
            long reference = arrivedDead || of.margin == MarginMode.NONE ? bar[0] : bar[0];
            long level = level(leg, reference, worst, up);
            boolean gone = level != 0;
            long open = bar[0];
            long stopPrice = up ? Math.max(open, leg.stop) : Math.min(open, leg.stop);
            boolean stopNearer = stopped && (!gone || (up ? leg.stop < level : leg.stop > level));
            if (stopped && stopNearer) {
                long price = slipped(up, stopPrice);
                close(leg, price, ceil(value(leg.lots, price).abs(), of.fee), at, "stop");
            } else if (gone) {
                liquidate(leg, up ? Math.max(open, level) : Math.min(open, level), at);
            }
        }
        arrivedDead = false;
    }

    /** The first price on the way to the worst at which the margin is gone; 0 for none. */
    private long level(Leg leg, long from, long worst, boolean up) {
        if (of.margin == MarginMode.NONE) {
            return 0;
        }
        if (arrivedDead) {
            return from;
        }
        long step = up ? 1 : -1;
        for (long at = from; up ? at <= worst : at >= worst; at += step) {
            if (!healthy(leg, at)) {
                return at;
            }
        }
        return 0;
    }

    private void close(Leg leg, long price, BigInteger fee, int bar, String cause) {
        book(leg, price, fee, Integer.toString(bar), cause);
    }

    private void book(Leg leg, long price, BigInteger fee, String time, String cause) {
        boolean buying = leg.lots < 0;
        balance = balance.add(unrealised(leg, price)).subtract(fee);
        fees = fees.add(fee);
        row(time, buying, price, Math.abs(leg.lots), fee, cause);
        leg.lots = 0;
        leg.cost = BigInteger.ZERO;
        leg.margin = BigInteger.ZERO;
        leg.stop = 0;
    }

    private void row(String bar, boolean buying, long price, long lots, BigInteger fee, String cause) {
        fills.add(bar + " " + (buying ? "buy" : "sell") + " " + lots + " at " + price + " " + cause + " fee " + fee);
    }

    // ---- the strategy and the desk's own rules ----

    private void decide(int bar, long close) {
        if (!of.words.containsKey(bar)) {
            return;
        }
        for (String sentence : of.words.get(bar).split(";")) {
            String[] word = sentence.split(" ");
            if (word[0].toLowerCase(Locale.ROOT).startsWith("exit")) {
                for (int i = 0; i < legs.size(); i++) {
                    boolean meant = word[0].equals("exit") || word[0].equals(i == 0 ? "exit-long" : "exit-short");
                    legs.get(i).leaving |= meant && legs.get(i).open() && !expired;
                }
            } else {
                wish(word, close, bar);
            }
        }
    }

    private void wish(String[] word, long close, int bar) {
        Leg leg = legs.get(of.hedge && word[0].equals("sell") ? 1 : 0);
        long lots = Long.parseLong(word[1]);
        if (leg.open() && !leg.leaving) {
            refused++;
            return;
        }
        BigInteger notional = value(lots, close).abs();
        BigInteger cost = notional.add(ceil(notional, of.fee));
        BigInteger equity = equityAt(close).max(BigInteger.ZERO);
        BigInteger allowed = equity.multiply(BigInteger.valueOf(of.leveragePpm)).divide(BigInteger.valueOf(1_000_000));
        for (Leg other : legs) {
            if (other != leg && other.open() && !other.leaving) {
                allowed = allowed.subtract(value(other.lots, close).abs());
            }
        }
        boolean leverage = of.margin == MarginMode.NONE || allows(notional);
        if (cost.compareTo(allowed) > 0 || !leverage || expired) {
            refused++;
            return;
        }
        if (bar + 1 < of.bars.length) {
            leg.wish = word[0];
            leg.wishLots = lots;
            leg.wishStop = word.length > 2 ? Long.parseLong(word[3]) : 0;
        }
    }

    private boolean allows(BigInteger notional) {
        long most = 0;
        for (ContractCase.Step step : of.steps) {
            if (BigInteger.valueOf(step.from()).compareTo(notional) <= 0) {
                most = step.leveragePpm();
            }
        }
        return most == 0 || of.leveragePpm <= most;
    }
}
