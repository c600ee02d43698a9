package io.fulmar.execution;

import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.Command;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderEvent.Adopted;
import io.fulmar.domain.OrderEvent.Intended;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.RunEvent;
import io.fulmar.domain.Side;
import io.fulmar.domain.SignalEvent;
import io.fulmar.domain.TimerEvent;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All orders of a desk, folded from its events. An order that is open is kept for as long as it is; of those that ended the last are
 * remembered, so that a late trade finds its order. Ids rise, and so do all listings.
 */
public final class Orders {
    /** How many of the latest orders are remembered, ended or not. */
    public static final int REMEMBERED_DEFAULT = 1_024;

    /** How many orders may be open at once. */
    public static final int OPEN_MAX_DEFAULT = 10_000;

    private static final long[] NO_IDS = {};

    /** The latest orders by the low bits of their ids. */
    private final @Nullable OrderState[] latest;

    /** Which of them are open: asked for each new order, where the old one itself would have left the cache long ago. */
    private final boolean[] slotOpen;

    private final int openMax;
    private final OpenElders elders = new OpenElders();
    private OpenOrders[] instruments = {};
    private int hint;
    private long lastId;
    private int open;

    public Orders() {
        this(REMEMBERED_DEFAULT, OPEN_MAX_DEFAULT);
    }

    /** Remembers the latest {@code remembered} orders, a power of two, and lets {@code openMax} be open at once. */
    public Orders(int remembered, int openMax) {
        if (Integer.bitCount(remembered) != 1) {
            throw new IllegalArgumentException(remembered + " orders to remember: not a power of two");
        }
        this.latest = new OrderState[remembered];
        this.slotOpen = new boolean[remembered];
        this.openMax = openMax;
    }

    /** Folds an event in and says what it calls for; one that is not about an order calls for nothing. */
    public Consequence apply(Event event) {
        return switch (event) {
            case OrderEvent order -> apply(order);
            case FillEvent fill -> apply(fill);
            case AccountEvent _, SignalEvent _, RiskEvent _, MarketDataEvent _, Command _, TimerEvent _, RunEvent _ ->
                Consequence.NONE;
        };
    }

    public Consequence apply(OrderEvent event) {
        if (event instanceof Intended intended) {
            begin(OrderLife.begin(intended));
            return Consequence.NONE;
        }
        if (event instanceof Adopted adopted) {
            begin(OrderLife.begin(adopted));
            return Consequence.NONE;
        }
        var before = find(event.order());
        return before == null ? OrderLife.stranger(event) : move(before, OrderLife.next(before, event));
    }

    public Consequence apply(FillEvent event) {
        var before = find(event.order());
        return before == null ? OrderLife.stranger(event) : move(before, OrderLife.next(before, event));
    }

    /** What has become of an order; empty if it is none of ours, or ended so long ago that it is forgotten. */
    public Optional<OrderState> state(long id) {
        return Optional.ofNullable(find(id));
    }

    /** The open orders of an instrument, by rising id. */
    public long[] open(long instrument) {
        var orders = of(instrument);
        return orders == null ? NO_IDS : orders.ids();
    }

    public int openCount(long instrument) {
        var orders = of(instrument);
        return orders == null ? 0 : orders.count();
    }

    /** How many orders are open in all. */
    public int openCount() {
        return open;
    }

    /** The most lots by which orders that are out of the house may yet add to a position, an amend counted at its larger end. */
    public long reservedLots(long instrument, Side side) {
        var orders = of(instrument);
        return orders == null ? 0 : orders.reservedLots(side);
    }

    /** Whether nobody knows what became of some order on it, which bars new risk. */
    public boolean anyUnknown(long instrument) {
        var orders = of(instrument);
        return orders != null && orders.anyUnknown();
    }

    private void begin(OrderState state) {
        if (state.id() <= lastId) {
            throw new IllegalOrderCommand("order " + state.id() + " intended after order " + lastId + ": ids rise");
        }
        if (open == openMax) {
            throw new IllegalOrderCommand("order " + state.id() + " intended where " + openMax + " are open already");
        }
        int slot = slot(state.id());
        if (slotOpen[slot]) {
            elders.add(Objects.requireNonNull(latest[slot]));
        }
        latest[slot] = state;
        slotOpen[slot] = true;
        lastId = state.id();
        open++;
        ofNew(state.order().instrument()).begin(state);
    }

    private Consequence move(OrderState before, Step step) {
        var after = step.state();
        int slot = slot(after.id());
        if (holds(slot, after.id())) {
            latest[slot] = after;
            slotOpen[slot] = !after.life().terminal();
        } else {
            elders.replace(after);
        }
        open += (before.life().terminal() ? 1 : 0) - (after.life().terminal() ? 1 : 0);
        ofNew(after.order().instrument()).moved(before, after);
        return step.consequence();
    }

    private boolean holds(int slot, long id) {
        var state = latest[slot];
        return state != null && state.id() == id;
    }

    private @Nullable OrderState find(long id) {
        var state = latest[slot(id)];
        return state != null && state.id() == id ? state : elders.find(id);
    }

    private int slot(long id) {
        return (int) id & (latest.length - 1);
    }

    private @Nullable OpenOrders of(long instrument) {
        if (hint < instruments.length && instruments[hint].instrument == instrument) {
            return instruments[hint];
        }
        int at = place(instrument);
        if (at < 0) {
            return null;
        }
        hint = at;
        return instruments[at];
    }

    private OpenOrders ofNew(long instrument) {
        var known = of(instrument);
        if (known != null) {
            return known;
        }
        int at = -place(instrument) - 1;
        var more = Arrays.copyOf(instruments, instruments.length + 1);
        System.arraycopy(more, at, more, at + 1, instruments.length - at);
        more[at] = new OpenOrders(instrument);
        instruments = more;
        hint = at;
        return more[at];
    }

    private int place(long instrument) {
        int low = 0;
        int high = instruments.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = instruments[middle].instrument;
            if (there == instrument) {
                return middle;
            }
            if (there < instrument) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }
}
