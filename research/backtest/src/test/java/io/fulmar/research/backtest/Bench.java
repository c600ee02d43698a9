package io.fulmar.research.backtest;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.bus.MemoryLog;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.engine.Desk;
import io.fulmar.engine.DeskSettings;
import io.fulmar.engine.SeatSettings;
import io.fulmar.engine.Tape;
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

    Log run() {
        Log log = new MemoryLog();
        BarExchange exchange = new BarExchange(instruments, new ExchangeRules(fee, fee, Rate.ZERO, IntrabarPath.WORST));
        InnerVenue venue = plain ? new PlainVenue(exchange) : exchange;
        DeskSettings settings = new DeskSettings(instruments.get(0).settlement(), cash, leveragePpm, fee, limits);
        Desk desk = new Desk(settings, new Journal(log, 1, 1), venue, tapes, trades::add);
        for (Sitting one : sittings) {
            desk.seat(
                    ScriptedStrategy.class,
                    new ScriptedStrategy.P(new ScriptedStrategy.Script(one.words)),
                    tapes.get(one.market),
                    new SeatSettings(one.priority, one.sharePpm, "", Long.MIN_VALUE));
        }
        built = List.of(desk);
        desk.run();
        return log;
    }

    /** After it ran. */
    Desk desk() {
        return built.get(0);
    }
}
