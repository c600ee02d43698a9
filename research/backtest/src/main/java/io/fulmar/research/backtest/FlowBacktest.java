package io.fulmar.research.backtest;

import io.fulmar.bus.Hashes;
import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.bus.MemoryLog;
import io.fulmar.domain.Command;
import io.fulmar.domain.Currency;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.engine.Desk;
import io.fulmar.engine.DeskSettings;
import io.fulmar.engine.FlowRun;
import io.fulmar.engine.FlowTape;
import io.fulmar.engine.SeatSettings;
import io.fulmar.engine.Verification;
import io.fulmar.portfolio.Trade;
import io.fulmar.simulation.exchange.FlowExchange;
import io.fulmar.simulation.exchange.FlowRules;
import java.util.ArrayList;
import java.util.List;

/** Runs a desk over recorded quotes, trades or books with one strategy: the desk of every run, at a venue that takes its time. */
public final class FlowBacktest {
    private static final long STREAM = 1;
    private static final long EPOCH = 1;

    /**
     * What such a backtest is made of.
     *
     * @param taker the fee with which sizes are reckoned; what fills cost stands in the rules
     * @param setup cash, leverage, limits and the one strategy; its markets and bar rules are not looked at
     */
    public record Setup(MarketFlow market, BacktestSetup setup, FlowRules rules, Rate taker) {
        public Setup {
            if (setup.strategies().size() != 1) {
                throw new IllegalArgumentException("between bars one strategy runs at a time");
            }
        }
    }

    private final Setup given;
    private final FlowExchange venue;
    private final FlowRun run;
    private final List<Trade> trades = new ArrayList<>();
    private final Log log = new MemoryLog();
    private final Desk desk;
    private final long cash;

    public FlowBacktest(Setup given) {
        this.given = given;
        DeskSettings settings = settings(given);
        Instrument instrument = given.market().instrument();
        this.cash = settings.cash();
        FlowTape market = tape(given);
        this.venue = new FlowExchange(instrument, given.market().flow(), given.rules());
        this.desk = new Desk(settings, new Journal(log, STREAM, EPOCH), venue, List.of(market.tape()), trades::add);
        seat(given, desk, market);
        this.run = new FlowRun(desk, market, venue);
    }

    private static FlowTape tape(Setup given) {
        MarketFlow market = given.market();
        var bars = market.data().bars();
        return new FlowTape(market.instrument(), market.flow(), bars.timeframe(), bars.size(), market.dark());
    }

    private static DeskSettings settings(Setup given) {
        Currency currency = given.market().instrument().settlement();
        BacktestSetup setup = given.setup();
        return new DeskSettings(
                currency, currency.amount(setup.cash()).units(), setup.leveragePpm(), given.taker(), setup.limits());
    }

    private static void seat(Setup given, Desk desk, FlowTape market) {
        market.name(desk, given.market().data().dataHash());
        BacktestSetup.Contestant one = given.setup().strategies().get(0);
        desk.seat(
                one.type(),
                one.parameters(),
                market.tape(),
                new SeatSettings(
                        one.priority(),
                        one.sharePpm(),
                        one.codeHash(),
                        given.setup().tradeFrom()));
    }

    /** Decides a recorded run again, from its journal and the same data, and says whether every event comes out the same. */
    public static Verification verify(Setup given, Log recorded) {
        FlowTape market = tape(given);
        return Verification.of(recorded, STREAM, settings(given), market, desk -> seat(given, desk, market));
    }

    /** How many bars have been run, for whoever watches the progress from another thread. */
    public long progress() {
        return desk.progress();
    }

    /** Has a person's command carried out at that moment of the run; to be said before it. */
    public void command(long time, Command command) {
        run.command(time, command);
    }

    /** Runs the desk alone, for those who measure it; the equity at the end. */
    public long runDesk() {
        run.run(new long[0]);
        return desk.equity();
    }

    public Log log() {
        return log;
    }

    public BacktestResult run() {
        var bars = given.market().data().bars();
        long[] curve = new long[bars.size()];
        run.run(curve);
        long[] closes = new long[bars.size()];
        for (int bar = 0; bar < closes.length; bar++) {
            closes[bar] = bars.closeTime(bar);
        }
        List<BacktestResult.FillRow> fills = Backtest.fills(log);
        return new BacktestResult(
                desk.ledger().account().currency(),
                cash,
                closes,
                curve,
                Backtest.gross(closes, curve, fills),
                0,
                List.copyOf(trades),
                fills,
                desk,
                log,
                new BacktestResult.Hashes(
                        RunHash.of(fills, desk.ledger().account()),
                        desk.ledger().hash(),
                        Hashes.ofDecisions(log)),
                venue.notes());
    }
}
