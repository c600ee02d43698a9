package io.fulmar.research.backtest;

import io.fulmar.domain.MarginMode;
import io.fulmar.domain.Rate;
import io.fulmar.simulation.exchange.FundingSchedule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A contract's account once more, slow and obvious: whole numbers without end and plain loops, nothing shared with the engine. Prices at
 * which a margin is gone are found by counting down, or up, tick by tick.
 */
final class ContractTwin {
    private final ContractCase of;
    private final ContractArithmetic sums;
    final TwinCosts costs;
    private final boolean margined;
    private final boolean cross;
    BigInteger balance;
    BigInteger fees = BigInteger.ZERO;
    BigInteger funding = BigInteger.ZERO;
    BigInteger covered = BigInteger.ZERO;
    final List<String> fills = new ArrayList<>();
    final List<BigInteger> equity = new ArrayList<>();
    int liquidations;
    int settlements;
    int both;

    /** One leg, or a long and a short one in hedge mode. */
    private final List<ContractLeg> legs;

    private int nextFunding;
    private boolean expired;

    ContractTwin(ContractCase of) {
        this.of = of;
        this.sums = new ContractArithmetic(of);
        this.costs = new TwinCosts(sums);
        this.margined = of.margin != MarginMode.NONE;
        this.cross = of.margin == MarginMode.CROSS;
        this.balance = sums.cash();
        this.legs = of.hedge ? List.of(new ContractLeg(), new ContractLeg()) : List.of(new ContractLeg());
    }

    void run() {
        for (int i = 0; i < of.bars.length; i++) {
            calendar((i + 1) * ContractCase.HOUR, i);
            long[] bar = of.bars[i];
            long seen = i == 0 ? bar[0] : of.bars[i - 1][3];
            for (ContractLeg leg : legs) {
                if (leg.open() && margined && gone(leg, seen, bar[0])) {
                    liquidate(leg, bar[0], i);
                }
            }
            marketOrders(bar[0], i);
            range(bar, i);
            both += legs.stream().allMatch(ContractLeg::open) ? 1 : 0;
            equity.add(equityAt(bar[3]));
            decide(i, bar[3]);
        }
        if (!expired && of.expiry <= of.bars.length * ContractCase.HOUR) {
            settle(of.bars.length);
            equity.set(equity.size() - 1, balance);
        }
        costs.mark(legs.stream().mapToLong(leg -> leg.lots).sum(), of.bars[of.bars.length - 1][3]);
    }

    private BigInteger unrealised(ContractLeg leg, long ticks) {
        return leg.open() ? sums.value(leg.lots, ticks).subtract(leg.cost) : BigInteger.ZERO;
    }

    private BigInteger worthAt(long ticks) {
        return legs.stream().map(leg -> unrealised(leg, ticks)).reduce(balance, BigInteger::add);
    }

    /** As the desk marks it: a long and a short of one contract are valued as what is left between them. */
    private BigInteger equityAt(long ticks) {
        long net = legs.stream().mapToLong(leg -> leg.lots).sum();
        BigInteger cost = legs.stream().map(leg -> leg.cost).reduce(BigInteger.ZERO, BigInteger::add);
        return balance.subtract(cost).add(net == 0 ? BigInteger.ZERO : sums.value(net, ticks));
    }

    // ---- margin ----

    private boolean healthy(ContractLeg leg, long ticks) {
        if (!cross) {
            return leg.margin.add(unrealised(leg, ticks)).compareTo(sums.maintenance(leg.lots, ticks)) > 0;
        }
        BigInteger needed = legs.stream()
                .filter(ContractLeg::open)
                .map(each -> sums.maintenance(each.lots, ticks))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return worthAt(ticks).compareTo(needed) > 0;
    }

    /** Whether some price on the way, walked one by one, takes the margin. */
    private boolean gone(ContractLeg leg, long from, long to) {
        long step = to > from ? 1 : -1;
        for (long at = from; at != to; at += step) {
            if (!healthy(leg, at)) {
                return true;
            }
        }
        return !healthy(leg, to);
    }

    private void liquidate(ContractLeg hit, long ticks, int bar) {
        List<ContractLeg> doomed =
                cross ? legs.stream().filter(ContractLeg::open).toList() : List.of(hit);
        BigInteger rest = BigInteger.ZERO;
        for (int i = 0; i < doomed.size(); i++) {
            ContractLeg leg = doomed.get(i);
            long price = costs.slipped(leg.lots < 0, ticks);
            BigInteger here = (cross ? balance : hit.margin).add(unrealised(leg, price));
            for (ContractLeg later : doomed.subList(i + 1, doomed.size())) {
                here = here.add(unrealised(later, ticks));
            }
            BigInteger most = here.max(BigInteger.ZERO);
            BigInteger whole = i == doomed.size() - 1 ? most : BigInteger.ZERO;
            BigInteger fee = of.liquidationFee
                    .map(rate -> sums.fee(leg.lots, price, rate).min(most))
                    .orElse(whole);
            rest = here.subtract(fee);
            liquidations++;
            book(leg, price, fee, bar, "liquidation");
        }
        rest = cross ? balance : rest;
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
            fund(of.funding.get(nextFunding++), bar);
        }
        if (!expired && of.expiry < before) {
            settle(bar);
        }
    }

    private void fund(FundingSchedule.Settlement settlement, int bar) {
        for (ContractLeg leg : legs) {
            if (leg.open()) {
                long mark = settlement.markTicks() > 0 ? settlement.markTicks() : of.bars[bar - 1][3];
                Rate rate = settlement.rate();
                Rate pays = leg.lots > 0 ? rate : new Rate(-rate.numerator(), rate.denominator());
                BigInteger paid = sums.fee(leg.lots, mark, pays);
                balance = balance.subtract(paid);
                funding = funding.subtract(paid);
                leg.margin = leg.margin.subtract(paid.max(BigInteger.ZERO));
            }
        }
    }

    private void settle(int bar) {
        expired = true;
        for (ContractLeg leg : legs) {
            leg.wish = "";
            leg.leaving = false;
            if (leg.open()) {
                settlements++;
                long price = costs.seen(of.bars[bar - 1][3]);
                BigInteger fee = sums.fee(leg.lots, price, of.settlementFee);
                book(leg, price, fee, of.expiry / ContractCase.HOUR, "settlement");
            }
        }
    }

    // ---- orders ----

    private void marketOrders(long open, int bar) {
        long last = 0;
        for (ContractLeg leg : legs) {
            if (leg.leaving && leg.open()) {
                last = costs.slipped(leg.lots < 0, open);
                book(leg, last, sums.fee(leg.lots, last, of.fee), bar, "signal");
            }
            leg.leaving = false;
            leg.arrivedDead = false;
        }
        for (ContractLeg leg : legs) {
            if (!leg.wish.isEmpty()) {
                last = enter(leg, open, bar);
                leg.arrivedDead = margined && !healthy(leg, last);
            }
        }
        if (cross && last != 0) {
            for (ContractLeg leg : legs) {
                leg.arrivedDead = leg.open() && !healthy(leg, last);
            }
        }
    }

    private long enter(ContractLeg leg, long open, int bar) {
        boolean buying = leg.wish.equals("buy");
        long price = costs.slipped(buying, open);
        leg.lots = buying ? leg.wishLots : -leg.wishLots;
        leg.cost = sums.value(leg.lots, price);
        leg.margin = sums.fee(leg.lots, price, new Rate(1_000_000, of.leveragePpm));
        leg.stop = leg.wishStop == 0 ? 0 : price - (buying ? leg.wishStop : -leg.wishStop);
        leg.wish = "";
        BigInteger fee = sums.fee(leg.lots, price, of.fee);
        balance = balance.subtract(fee);
        fees = fees.add(fee);
        row(bar, buying, price, leg.wishLots, fee, "signal");
        return price;
    }

    /** After the open: whichever of liquidation and stop the price meets first, looking at the worse end of the bar for each. */
    private void range(long[] bar, int at) {
        for (ContractLeg leg : legs) {
            boolean up = leg.lots < 0;
            long worst = up ? bar[1] : bar[2];
            long level = leg.open() && margined ? level(leg, bar[0], worst) : 0;
            boolean stopped = leg.open() && leg.stop > 0 && (up ? worst >= leg.stop : worst <= leg.stop);
            boolean nearer = !leg.arrivedDead && (level == 0 || (up ? leg.stop < level : leg.stop > level));
            if (stopped && nearer) {
                long price = costs.slipped(up, up ? Math.max(bar[0], leg.stop) : Math.min(bar[0], leg.stop));
                book(leg, price, sums.fee(leg.lots, price, of.fee), at, "stop");
            } else if (level != 0) {
                liquidate(leg, up ? Math.max(bar[0], level) : Math.min(bar[0], level), at);
            }
        }
    }

    /** The first price on the way to the worst at which the margin is gone; 0 for none. */
    private long level(ContractLeg leg, long from, long worst) {
        long step = worst >= from ? 1 : -1;
        for (long at = from; leg.arrivedDead || at != worst + step; at += step) {
            if (leg.arrivedDead || !healthy(leg, at)) {
                return at;
            }
        }
        return 0;
    }

    private void book(ContractLeg leg, long price, BigInteger fee, long time, String cause) {
        balance = balance.add(unrealised(leg, price)).subtract(fee);
        fees = fees.add(fee);
        row(time, leg.lots < 0, price, Math.abs(leg.lots), fee, cause);
        leg.lots = 0;
        leg.cost = BigInteger.ZERO;
        leg.margin = BigInteger.ZERO;
        leg.stop = 0;
    }

    private void row(long bar, boolean buying, long price, long lots, BigInteger fee, String cause) {
        costs.fill(buying, lots, price);
        fills.add(bar + " " + (buying ? "buy" : "sell") + " " + lots + " at " + price + " " + cause + " fee " + fee);
    }

    // ---- the strategy and the desk's own rules ----

    private void decide(int bar, long close) {
        for (String sentence : of.words.getOrDefault(bar, "").split(";")) {
            String[] word = sentence.split(" ");
            if (word[0].startsWith("exit")) {
                for (int i = 0; i < legs.size(); i++) {
                    boolean meant = word[0].equals("exit") || word[0].equals(i == 0 ? "exit-long" : "exit-short");
                    legs.get(i).leaving |= meant && legs.get(i).open();
                }
            } else if (word.length > 1) {
                wish(word, close, bar);
            }
        }
    }

    private void wish(String[] word, long close, int bar) {
        ContractLeg leg = legs.get(of.hedge && word[0].equals("sell") ? 1 : 0);
        long lots = Long.parseLong(word[1]);
        BigInteger notional = sums.value(lots, close).abs();
        BigInteger cost = notional.add(sums.fee(lots, close, of.fee));
        BigInteger allowed = equityAt(close)
                .max(BigInteger.ZERO)
                .multiply(BigInteger.valueOf(of.leveragePpm))
                .divide(BigInteger.valueOf(1_000_000));
        for (ContractLeg other : legs) {
            if (other != leg && other.open() && !other.leaving) {
                allowed = allowed.subtract(sums.value(other.lots, close).abs());
            }
        }
        boolean free = !leg.open() || leg.leaving;
        boolean lent = !margined || sums.allowed(notional);
        if (free && lent && !expired && cost.compareTo(allowed) <= 0 && bar + 1 < of.bars.length) {
            leg.wish = word[0];
            leg.wishLots = lots;
            leg.wishStop = word.length > 2 ? Long.parseLong(word[3]) : 0;
        }
    }
}
