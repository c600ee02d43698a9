package io.fulmar.research.sweep;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.domain.Worth;
import io.fulmar.portfolio.Capital;
import io.fulmar.portfolio.Sizing;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.simulation.exchange.IntrabarPath;

/** The terms all combinations of a study trade under: what a lot is worth, what a fill costs, how much may be committed. */
final class Terms {
    /** Budgets up to here divide as doubles with an error of less than a lot or two. */
    private static final long GUESSED_MAX = 1L << 50;

    final Instrument instrument;
    final Worth worth;
    final long cash;
    final Rate taker;
    final Rate maker;
    final Slippage slippage;
    final boolean worstFirst;
    final double ticksPerPrice;
    final Settlements settlements;
    private final boolean anyLots;
    private final long unit;
    private final long leveragePpm;
    private final long sharePpm;
    private final double feeFactor;

    Terms(Study study) {
        BacktestSetup setup = study.template();
        instrument = study.data().instrument();
        worth = Worth.of(instrument);
        unit = instrument.kind().inverse() ? 0 : instrument.unit();
        settlements = new Settlements(setup.terms(), instrument.id(), worth, study.bars());
        cash = instrument.settlement().amount(setup.cash()).units();
        taker = setup.rules().taker();
        maker = setup.rules().maker();
        slippage = new Slippage(setup.rules().slippage());
        worstFirst = setup.rules().path() == IntrabarPath.WORST;
        ticksPerPrice = (double) instrument.priceDivisor() / instrument.tickMantissa();
        anyLots = instrument.minimums().lots() <= 1
                && instrument.minimums().notional().signum() == 0;
        leveragePpm = setup.leveragePpm();
        sharePpm = setup.strategies().get(0).sharePpm();
        feeFactor = 1 + Math.max(0, taker.doubleValue());
    }

    /**
     * As many lots as the desk would order with nothing else committed; 0 where it would refuse.
     *
     * @param equity at the signal's close
     * @param leaving the fee that leaving the position before will take
     */
    long lots(Size size, Side side, Bracket bracket, long equity, long leaving, long ticks) {
        long some = Math.max(0, equity);
        long own = Exact.percentOfFloor(Capital.share(some, sharePpm), leveragePpm);
        long free = Math.min(Exact.percentOfFloor(some, leveragePpm) - leaving, own);
        long share = Capital.share(equity - leaving, sharePpm);
        if (anyLots && size instanceof Size.EquityShare(long ppm)) {
            long budget = Math.min(Exact.percentOfFloor(Math.max(0, share), ppm), free);
            if (budget <= GUESSED_MAX) {
                return worthSomething(affordable(budget, ticks), ticks);
            }
        }
        return worthSomething(sized(size, side, bracket, new Sizing.Means(worth, share, free, ticks, taker)), ticks);
    }

    private long sized(Size size, Side side, Bracket bracket, Sizing.Means means) {
        return switch (Sizing.size(size, side, bracket, instrument, means)) {
            case Sizing.Sized.None ignored -> 0;
            case Sizing.Sized.Lots(long lots) -> lots;
        };
    }

    /**
     * As many lots as the desk would let wait at a limit; 0 where it would refuse.
     *
     * @param equity at the close at which rungs are placed, with nothing held
     * @param committed what the rungs before it have taken
     * @param close there
     */
    long rung(Size part, Side side, Bracket bracket, long equity, long committed, long limit, long close) {
        long some = Math.max(0, equity);
        long allowed = Exact.percentOfFloor(some, leveragePpm);
        long own = Exact.percentOfFloor(Capital.share(some, sharePpm), leveragePpm);
        long free = Math.min(allowed - committed, own);
        long share = Capital.share(equity, sharePpm);
        long ticks = decisive(side, limit, close);
        long lots = sized(part, side, bracket, new Sizing.Means(worth, share, free, ticks, taker));
        if (lots == 0) {
            return 0;
        }
        // the risk room reckons a limit to buy at no more than the last price, which an inverse contract may find
        // dearer
        long value = worth.notional(lots, side == Side.BUY ? Math.min(limit, close) : close);
        boolean solvent = value > 0 && Exact.fee(value, taker) <= allowed - committed - value;
        return solvent && worthTheVenue(lots, close) ? lots : 0;
    }

    private long decisive(Side side, long limit, long close) {
        return side == Side.BUY ? limit : worth.dearer(limit, close);
    }

    /** What a rung takes of the capital while it waits. */
    long commitment(Side side, long lots, long limit, long close) {
        long cost = worth.notional(lots, decisive(side, limit, close));
        return Math.addExact(cost, Exact.fee(cost, taker));
    }

    /** Whether that many lots reach the venue's least worth at that price. */
    private boolean worthTheVenue(long lots, long ticks) {
        Decimal least = instrument.minimums().notional();
        if (least.signum() == 0 || instrument.kind().inverse()) {
            return true; // an inverse contract's lots are worth the same at every price, and were sized with that
        }
        return new Decimal(worth.notional(lots, ticks), instrument.settlement().digits()).compareTo(least) >= 0;
    }

    /** What one tick more is worth to that many lots; 0 where that depends on the price. */
    long perTick(long lots) {
        return unit == 0 ? 0 : Math.multiplyExact(lots, unit);
    }

    private long worthSomething(long lots, long ticks) {
        return lots > 0 && worth.notional(lots, ticks) == 0 ? 0 : lots;
    }

    /** The largest number of lots whose value and fee fit: a double guesses, whole numbers decide. */
    private long affordable(long budget, long ticks) {
        if (budget <= 0) {
            return 0;
        }
        long lots = (long) (budget / (worth.notionalOfOne(ticks) * feeFactor));
        while (lots > 0 && !fits(lots, ticks, budget)) {
            lots--;
        }
        while (fits(lots + 1, ticks, budget)) {
            lots++;
        }
        return lots;
    }

    private boolean fits(long lots, long ticks, long budget) {
        long value = worth.notional(lots, ticks);
        return value <= budget && Exact.fee(value, taker) <= budget - value;
    }
}
