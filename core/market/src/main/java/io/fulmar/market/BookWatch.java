package io.fulmar.market;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells when a book can be trusted. It cannot from a gap in the sequence on until the next snapshot, before the first snapshot, and while
 * bids and asks cross. Nothing is mended: what is dark is marked, counted and told, and whoever trades by it stands still.
 */
public final class BookWatch {
    private static final int TOLD_MAX = 1_000;
    private static final String UNSEEN = "no snapshot yet";
    private static final String MISSING = "messages are missing";

    private final Book book = new Book();
    private final boolean needsSnapshot;
    private final List<Darkness> told = new ArrayList<>();
    private long count;
    private boolean blind;
    private boolean dark;
    private boolean snapshot;
    private long since;
    private String reason = "";

    public BookWatch(Flow.Depth depth) {
        needsSnapshot = depth == Flow.Depth.BOOK;
        blind = needsSnapshot;
    }

    /** Reads a whole flow, marks its events, and returns the watch that knows when it was dark. */
    public static BookWatch over(Flow flow) {
        var watch = new BookWatch(flow.depth());
        watch.take(flow, 0, flow.size());
        return watch;
    }

    /** Takes the events in {@code [from, to)} and marks them. */
    public void take(Flow flow, int from, int to) {
        for (int event = from; event < to; event++) {
            boolean unknown =
                    take(flow.receiveTimes()[event], flow.kinds()[event], flow.ticks()[event], flow.lots()[event]);
            flow.mark(event, unknown);
        }
    }

    /** Takes one event, {@code kind} with its marks; returns whether the book is not known behind it. */
    public boolean take(long receiveTime, int kind, long ticks, long lots) {
        switch (kind & Flow.KIND_MASK) {
            case Flow.GAP -> miss(receiveTime);
            case Flow.CLEAR -> snapshot = true;
            default -> {}
        }
        book.take(kind, ticks, lots);
        if ((kind & Flow.LAST) != 0) {
            settle(receiveTime);
        }
        return dark || blind;
    }

    private void miss(long time) {
        snapshot = false;
        if (needsSnapshot) {
            blind = true;
            reason = dark ? reason : MISSING;
        } else {
            tell(new Darkness(time, time, MISSING)); // what comes next is whole by itself
        }
    }

    /** A message is over. */
    private void settle(long time) {
        if (snapshot) {
            snapshot = false;
            blind = false;
        }
        boolean crossed = book.crossed();
        boolean now = blind || crossed;
        if (now && !dark) {
            since = time;
            reason = crossed
                    ? "the book is crossed: bid %d, ask %d ticks".formatted(book.bestBid(), book.bestAsk())
                    : reason.isEmpty() ? UNSEEN : reason;
        } else if (!now && dark) {
            over(time);
        }
        dark = now;
    }

    private void over(long time) {
        tell(new Darkness(since, time, reason));
        reason = "";
    }

    private void tell(Darkness stretch) {
        count++;
        if (told.size() < TOLD_MAX) {
            told.add(stretch);
        }
    }

    /** As far as it has come; not to be written to. */
    public Book book() {
        return book;
    }

    /** No more events follow, ever: what is dark now stays so until that time. */
    public void end(long time) {
        if (dark) {
            over(time);
            dark = false;
        }
    }

    /** The first thousand stretches; {@link #count} counts the rest too. */
    public List<Darkness> told() {
        return List.copyOf(told);
    }

    public long count() {
        return count;
    }

    public boolean dark() {
        return dark || blind;
    }
}
