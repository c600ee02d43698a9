package io.fulmar.engine;

import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.Command;
import io.fulmar.domain.Currency;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.RunEvent;
import io.fulmar.domain.SignalEvent;
import io.fulmar.domain.TimerEvent;
import io.fulmar.execution.Consequence;
import io.fulmar.execution.OrderState;
import io.fulmar.execution.Orders;
import io.fulmar.portfolio.Account;
import io.fulmar.portfolio.Position;
import io.fulmar.portfolio.Trades;
import io.fulmar.risk.Action;
import io.fulmar.risk.Risk;
import io.fulmar.risk.RiskLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything a desk knows that follows from its facts alone: orders, positions, money, limits, armed triggers. The desk applies each fact
 * as it appends it; recovery applies the same facts as it reads them, and no strategy is called.
 */
public final class Ledger {
    private final Trades trades;
    private final RiskLimits limits;
    private final List<Instrument> instruments = new ArrayList<>();
    private final TreeSet<Long> halted = new TreeSet<>();
    private final TreeSet<Integer> paused = new TreeSet<>();
    private final Map<Integer, RunEvent.SeatTaken> seats = new TreeMap<>();
    private final List<RiskEvent> raised = new ArrayList<>();
    private final CommandKeys commands = new CommandKeys();
    final Orders orders = new Orders();
    final Risk risk;

    private Account account;
    private Command.Mode mode = Command.Mode.NORMAL;
    private Optional<RunEvent.TermsAgreed> terms = Optional.empty();
    private long leveragePpm;
    private long dayStartEquity;

    public Ledger(RiskLimits limits, Trades trades) {
        this.limits = limits;
        this.trades = trades;
        this.risk = new Risk(limits);
        this.account = new Account(new Currency("NONE", 0), 0, trades);
    }

    /** Folds one fact in. {@code equity} is the account's before it, for the trades that a fill begins; 0 where nobody knows it. */
    Consequence apply(Event event, long now, long equity) {
        return switch (event) {
            case OrderEvent order -> apply(order, now);
            case FillEvent fill -> apply(fill, now, equity);
            case AccountEvent booked -> {
                account.book(booked, instrument(booked.instrument()));
                yield Consequence.NONE;
            }
            case RiskEvent risky -> {
                apply(risky);
                yield Consequence.NONE;
            }
            case Command command -> {
                apply(command);
                yield Consequence.NONE;
            }
            case TimerEvent timer -> {
                apply(timer);
                yield Consequence.NONE;
            }
            case RunEvent run -> {
                apply(run);
                yield Consequence.NONE;
            }
            case MarketDataEvent ignored -> Consequence.NONE;
            case SignalEvent ignored -> Consequence.NONE;
        };
    }

    private Consequence apply(OrderEvent event, long now) {
        Consequence consequence = orders.apply(event);
        Optional<OrderState> state = orders.state(event.order());
        if (state.isPresent()) {
            Order order = state.get().order();
            switch (event) {
                case OrderEvent.Intended intent -> {
                    if (intent.approval() != OrderEvent.Approval.AWAITED) {
                        risk.onAction(new Action.Submit(order), order.seat(), now);
                    }
                }
                case OrderEvent.Approved ignored -> risk.onAction(new Action.Submit(order), order.seat(), now);
                case OrderEvent.CancelAsked ignored -> risk.onAction(new Action.Cancel(order.id()), order.seat(), now);
                case OrderEvent.AmendAsked(long id, long lots, OrderKind kind, long ignored) ->
                    risk.onAction(new Action.Amend(id, lots, kind), order.seat(), now);
                default -> {} // the venue's reports are no actions of ours
            }
        }
        return consequence;
    }

    private Consequence apply(FillEvent fill, long now, long equity) {
        Consequence consequence = orders.apply(fill);
        Optional<OrderState> state = orders.state(fill.order());
        if (state.isPresent()) {
            Order order = state.get().order();
            Instrument instrument = instrument(order.instrument());
            switch (fill) {
                case FillEvent.Filled filled -> {
                    account.book(order, filled, instrument, equity);
                    raise(risk.onFill(order, filled, now));
                }
                case FillEvent.Busted busted ->
                    account.book(Reversal.of(order), Reversal.of(busted), instrument, equity);
            }
        }
        return consequence;
    }

    private void raise(List<RiskEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            raised.add(events.get(i));
        }
    }

    /** What the risk room made of the facts since it was last asked: the desk journals it; in recovery it stands in the journal already. */
    List<RiskEvent> takeRaised() {
        if (raised.isEmpty()) {
            return List.of();
        }
        List<RiskEvent> taken = List.copyOf(raised);
        raised.clear();
        return taken;
    }

    private void apply(RiskEvent event) {
        risk.apply(event);
        if (event instanceof RiskEvent.InstrumentHalted(long instrument, String ignored)) {
            halted.add(instrument);
        }
    }

    private void apply(Command command) {
        risk.apply(command);
        commands.add(command.key());
        switch (command) {
            case Command.SetMode set -> mode = set.mode();
            case Command.PauseSeat pause -> {
                if (pause.paused()) {
                    paused.add(pause.seat());
                } else {
                    paused.remove(pause.seat());
                }
            }
            case Command.ResumeInstrument resume -> halted.remove(resume.instrument());
            case Command.Flatten _, Command.CancelAll _ -> {} // the orders that follow are facts of their own
        }
    }

    private void apply(TimerEvent timer) {
        if (timer instanceof TimerEvent.DayRolled(long midnight, long equity)) {
            dayStartEquity = equity;
            raise(risk.onDay(midnight, equity));
        }
    }

    private void apply(RunEvent run) {
        switch (run) {
            case RunEvent.AccountOpened(String currency, int digits, long cash, long leverage) -> {
                account = new Account(new Currency(currency, digits), cash, trades);
                leveragePpm = leverage;
                dayStartEquity = cash;
            }
            case RunEvent.InstrumentListed(Instrument instrument) -> instruments.add(instrument);
            case RunEvent.SeatTaken seat -> seats.put(seat.seat(), seat);
            case RunEvent.TermsAgreed agreed -> terms = Optional.of(agreed);
            case RunEvent.DataSet ignored -> {}
            case RunEvent.Skipped ignored -> {}
        }
    }

    public Account account() {
        return account;
    }

    public Command.Mode mode() {
        return mode;
    }

    long leveragePpm() {
        return leveragePpm;
    }

    long dayStartEquity() {
        return dayStartEquity;
    }

    boolean halted(long instrument) {
        return !halted.isEmpty() && halted.contains(instrument);
    }

    /** Whether a command of that key was carried out. */
    boolean knows(Command command) {
        return commands.contains(command.key());
    }

    boolean paused(int seat) {
        return !paused.isEmpty() && paused.contains(seat);
    }

    /** As it was listed last: a change of specification is a listing too. */
    Instrument instrument(long id) {
        for (int i = instruments.size() - 1; i >= 0; i--) {
            if (instruments.get(i).id() == id) {
                return instruments.get(i);
            }
        }
        throw new IllegalArgumentException("instrument " + id + " was never listed at this desk");
    }

    /** By seat: recovery meets seats in the order in which they traded, and never those that did not. */
    private List<Position> traded() {
        return account.positions().stream()
                .filter(position -> !position.untouched())
                .sorted(Comparator.comparingInt(Position::seat)
                        .thenComparingLong(position -> position.instrument().id()))
                .toList();
    }

    /** The ledger hash: SHA-256 over orders that are open, positions, money, limits and halts, in a fixed order. */
    public String hash() {
        StringBuilder text = new StringBuilder(1 << 10);
        text.append(account.currency())
                .append(' ')
                .append(account.balance())
                .append(' ')
                .append(account.fees())
                .append('\n');
        for (Position position : traded()) {
            text.append("position ")
                    .append(position.seat())
                    .append(' ')
                    .append(position.instrument().id())
                    .append(' ')
                    .append(position.lots())
                    .append(' ')
                    .append(position.cost())
                    .append(' ')
                    .append(position.realised())
                    .append(' ')
                    .append(position.fees())
                    .append(position.funding() == 0 ? "" : " funding " + position.funding())
                    .append('\n');
        }
        for (Instrument instrument : instruments) {
            for (long order : orders.open(instrument.id())) {
                text.append(orders.state(order).orElseThrow()).append('\n');
            }
        }
        text.append(mode)
                .append(' ')
                .append(halted)
                .append(' ')
                .append(paused)
                .append(' ')
                .append(dayStartEquity)
                .append(' ')
                .append(leveragePpm)
                .append('\n');
        terms.ifPresent(agreed -> text.append(agreed)
                .append(" covered ")
                .append(account.covered())
                .append('\n'));
        text.append(limits)
                .append('\n')
                .append(risk.state())
                .append('\n')
                .append(seats.values())
                .append(commands);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
