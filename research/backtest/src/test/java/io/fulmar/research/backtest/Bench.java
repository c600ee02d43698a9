package io.fulmar.research.backtest;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.bus.MemoryLog;
import io.fulmar.domain.Command;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.engine.Desk;
import io.fulmar.engine.DeskSettings;
import io.fulmar.engine.SeatSettings;
import io.fulmar.engine.Tape;
import io.fulmar.engine.Verification;
import io.fulmar.execution.InnerVenue;
import io.fulmar.market.Bars;
import io.fulmar.portfolio.Trade;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.BarExchange;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A desk put together by hand: markets of tick 1 and lot 1, seats whose strategies say what their scripts say. */
final class Bench {
    static final long MONEY = 100_000_000;

    private record Sitting(int market, int priority, long sharePpm, Map<Integer, String> words) {}

    private final RiskLimits limits;
    private final boolean plain;
    private final List<Tape> tapes = new ArrayList<>();
    private final List<Bars> markets = new ArrayList<>();
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Sitting> sittings = new ArrayList<>();
    final List<Trade> trades = new ArrayList<>();
    long cash = 10_000 * MONEY;
    long leveragePpm = 1_000_000;
    Rate fee = Rate.ZERO;

    private record Wish(long time, Command command) {}

    private final List<Wish> wishes = new ArrayList<>();

    /** Stands before the venue. */
    UnaryOperator<InnerVenue> porter = venue -> venue;

    private List<Desk> built = List.of();

    Bench(RiskLimits limits, boolean plain) {
        this.limits = limits;
        this.plain = plain;
    }

    int market(long instrument, Bars bars) {
        Instrument listed = DeskScript.instrument(instrument);
        instruments.add(listed);
        markets.add(bars);
        tapes.add(new Tape(listed, bars));
        return tapes.size() - 1;
    }

    Bars bars(int market) {
        return markets.get(market);
    }

    void seat(int market, int priority, long sharePpm, Map<Integer, String> words) {
        sittings.add(new Sitting(market, priority, sharePpm, words));
    }

    /** What a person asks for, at the open of that bar of minutes. */
    void command(int minute, Command command) {
        wishes.add(new Wish(minute * DeskScript.MINUTE, command));
    }

    Log run() {
        Log log = new MemoryLog();
        BarExchange exchange = new BarExchange(instruments, new ExchangeRules(fee, fee, Rate.ZERO, IntrabarPath.WORST));
        InnerVenue venue = porter.apply(plain ? new PlainVenue(exchange) : exchange);
        Desk desk = new Desk(settings(), new Journal(log, 1, 1), venue, tapes, trades::add);
        seat(desk, tapes);
        wishes.forEach(wish -> desk.command(wish.time, wish.command));
        built = List.of(desk);
        desk.run();
        return log;
    }

    private DeskSettings settings() {
        return new DeskSettings(instruments.get(0).settlement(), cash, leveragePpm, fee, limits);
    }

    /** Decides it all again. */
    Verification verify(Log recorded) {
        List<Tape> again = new ArrayList<>();
        for (int market = 0; market < tapes.size(); market++) {
            again.add(new Tape(instruments.get(market), markets.get(market)));
        }
        return Verification.of(recorded, 1, settings(), again, desk -> seat(desk, again));
    }

    private void seat(Desk desk, List<Tape> tapes) {
        for (Sitting one : sittings) {
            desk.seat(
                    ScriptedStrategy.class,
                    new ScriptedStrategy.P(new ScriptedStrategy.Script(one.words)),
                    tapes.get(one.market),
                    new SeatSettings(one.priority, one.sharePpm, "", Long.MIN_VALUE));
        }
    }

    /** After it ran. */
    Desk desk() {
        return built.get(0);
    }
}
