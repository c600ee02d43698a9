package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.BarKind;
import io.fulmar.simulation.exchange.IntrabarPath;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a backtest was asked for, checked as far as the command line alone can be.
 *
 * @param reproduce the command line that gives the same result again
 */
record BacktestRequest(
        Strategies strategies,
        Data data,
        Steps steps,
        Account account,
        Limits limits,
        ContractOptions.Wanted contracts,
        Result result,
        String reproduce) {

    /**
     * The strategies. A parameter's name is for all of them that have it, for those of one class ({@code
     * SmaCross.fast}), or for one seat of a class that is there twice ({@code SmaCross#2.fast}).
     *
     * @param shares by name of the strategy, as given
     * @param priorities by name of the strategy, as given
     * @param timeout how long one call may take before the strategy counts as stuck
     */
    record Strategies(
            List<Path> files,
            SequencedMap<String, String> parameters,
            SequencedMap<String, String> shares,
            SequencedMap<String, String> priorities,
            Duration timeout) {}

    /** One instrument's bars. */
    record Source(Symbol symbol, Path file) {}

    /**
     * The bars.
     *
     * @param tradeFrom signals count from the bar that opens then on
     * @param flow what there is instead of files of bars
     * @param lake where the bars are instead of files
     * @param kind bars of another kind, to be made of these; without a timeframe, of whatever a lake has
     * @param heldOut percent of the bars, the last ones, that nobody is to see
     */
    record Data(
            List<Source> sources,
            Timeframe timeframe,
            Optional<Instant> tradeFrom,
            Optional<FlowRequest> flow,
            Optional<LakeRequest> lake,
            Optional<BarKind> kind,
            BigDecimal heldOut) {
        Data(List<Source> sources, Timeframe timeframe, Optional<Instant> tradeFrom) {
            this(sources, timeframe, tradeFrom, Optional.empty(), Optional.empty(), Optional.empty(), BigDecimal.ZERO);
        }
    }

    /** The same with all of the bars. */
    BacktestRequest opened() {
        Data all = new Data(
                data.sources, data.timeframe, data.tradeFrom, data.flow, data.lake, data.kind, BigDecimal.ZERO);
        return new BacktestRequest(strategies, all, steps, account, limits, contracts, result, reproduce);
    }

    /** What overrides the tick and lot found in the data. */
    record Steps(Optional<Decimal> tick, Optional<Decimal> lot, Optional<Path> instrument) {}

    /**
     * Money and costs.
     *
     * @param cash empty: the default, which depends on what the instruments settle in
     * @param path what a bar is taken to have done between open and close
     */
    record Account(
            Optional<Decimal> cash, Decimal leverage, Rate takerFee, Rate makerFee, Rate slippage, IntrabarPath path) {}

    /** Which limits and breakers are on. */
    sealed interface Limits {
        record Off() implements Limits {}

        /** The limits that live trading starts with. */
        record Live() implements Limits {}

        record FromFile(Path file) implements Limits {}
    }

    /**
     * What is written, and where.
     *
     * @param everyBar whether equity.csv has a row for every bar
     * @param periods daily returns a year
     * @param open whether to show the report in a browser
     * @param trials where trials are counted; empty: beside the folder
     */
    record Result(Path folder, boolean everyBar, int periods, boolean open, Optional<Path> trials) {
        Result(Path folder, boolean everyBar, int periods, boolean open) {
            this(folder, everyBar, periods, open, Optional.empty());
        }
    }
}
