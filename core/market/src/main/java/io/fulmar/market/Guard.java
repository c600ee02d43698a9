package io.fulmar.market;

import io.fulmar.domain.Instrument;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The gate of one market: what comes in as a venue says it goes out in ticks, lots and nanoseconds, or not at all. What cannot be true is
 * refused with a counted reason and its bytes; what is missing becomes a gap. Nothing is mended.
 *
 * <p>Each kind of message is a stream with a time of its own, since venues
 * send them by different ways. A book goes through {@link BookGuard}.
 */
public final class Guard {
    /**
     * What may be.
     *
     * @param aheadNanos how far the venue's clock may be ahead of ours
     * @param stallNanos how long nothing may come before that is a gap
     */
    public record Limits(long aheadNanos, long stallNanos) {
        /** A second ahead, half a minute of silence. */
        public static final Limits USUAL = new Limits(1_000_000_000L, 30_000_000_000L);
    }

    /** Where a message came from: its times as told, and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes as they came, not to be compared
    public record Origin(long venueTime, long receiveTime, byte[] bytes, int from, int to) {}

    /** Messages of one kind, whose times must not go back. */
    private static final class Stream {
        long venueLast = Long.MIN_VALUE;
    }

    private final Limits limits;
    private final MarketSink sink;
    private final StepCount ticks;
    private final StepCount lots;
    private final Sequence trades = new Sequence();
    private final Stream tradeTimes = new Stream();
    private final Stream quoteTimes = new Stream();
    private final Stream bookTimes = new Stream();
    private final Stream markTimes = new Stream();
    private final Map<Impossible, Long> refusals = new EnumMap<>(Impossible.class);
    private long receiveLast = Long.MIN_VALUE;
    private long stalledSince = Long.MIN_VALUE;
    private long duplicates;

    public Guard(Instrument instrument, Limits limits, MarketSink sink) {
        this.limits = limits;
        this.sink = sink;
        this.ticks = new StepCount(instrument.tick());
        this.lots = new StepCount(instrument.lot());
    }

    /** A trade; ids rise by one where the venue numbers them so, else hand in the last one's as {@code idBefore}. */
    public boolean trade(Origin from, long idBefore, long id, Written price, Written quantity, boolean buyerTook) {
        long priceTicks = price.steps(ticks);
        long quantityLots = quantity.steps(lots);
        Optional<Impossible> wrong = time(tradeTimes, from)
                .or(() -> price(price, priceTicks))
                .or(() -> quantity(quantity, quantityLots, false));
        if (wrong.isPresent()) {
            return refuse(wrong.get(), from);
        }
        switch (trades.take(idBefore, id)) {
            case NEXT -> {}
            case OLD -> {
                duplicates++;
                return false;
            }
            case GAP -> sink.gap(heardLast(from), from.receiveTime, "trades are missing before number " + id);
        }
        pass(tradeTimes, from);
        sink.trade(from.venueTime, from.receiveTime, priceTicks, quantityLots, buyerTook);
        return true;
    }

    /** The best bid and ask. */
    public boolean quote(Origin from, Written bid, Written bidQuantity, Written ask, Written askQuantity) {
        long bidTicks = bid.steps(ticks);
        long askTicks = ask.steps(ticks);
        long bidLots = bidQuantity.steps(lots);
        long askLots = askQuantity.steps(lots);
        Optional<Impossible> wrong = time(quoteTimes, from)
                .or(() -> price(bid, bidTicks))
                .or(() -> price(ask, askTicks))
                .or(() -> quantity(bidQuantity, bidLots, true))
                .or(() -> quantity(askQuantity, askLots, true))
                .or(() -> bidTicks >= askTicks ? Optional.of(Impossible.BOOK_CROSSED) : Optional.empty());
        if (wrong.isPresent()) {
            return refuse(wrong.get(), from);
        }
        pass(quoteTimes, from);
        sink.quote(from.venueTime, from.receiveTime, bidTicks, bidLots, askTicks, askLots);
        return true;
    }

    /** The price by which positions are marked; it may lie between two ticks and is rounded half up to one. */
    public boolean mark(Origin from, Written price) {
        long whole = price.rounded(ticks);
        Optional<Impossible> wrong = time(markTimes, from).or(() -> price(price, whole));
        if (wrong.isPresent()) {
            return refuse(wrong.get(), from);
        }
        pass(markTimes, from);
        sink.mark(from.venueTime, from.receiveTime, whole);
        return true;
    }

    /** The rate that longs pay shorts next, of either sign, and when. */
    public boolean funding(Origin from, Written rate, long nextTime) {
        Optional<Impossible> wrong = time(markTimes, from);
        if (wrong.isPresent()) {
            return refuse(wrong.get(), from);
        }
        pass(markTimes, from);
        sink.funding(from.venueTime, from.receiveTime, rate.mantissa(), rate.scale(), nextTime);
        return true;
    }

    /** A message that nobody could read. */
    public void unreadable(Origin from) {
        refuse(Impossible.UNREADABLE, from);
    }

    /** It is that time now: a market from which nothing came for too long has a gap, told once until something comes. */
    public void clock(long now) {
        boolean silent = receiveLast != Long.MIN_VALUE && now - receiveLast > limits.stallNanos;
        if (silent && stalledSince == Long.MIN_VALUE) {
            stalledSince = now;
            sink.gap(receiveLast, now, "nothing came for " + (now - receiveLast) / 1_000_000_000L + " s");
        }
    }

    /** How many messages were refused for that reason. */
    public long refusals(Impossible reason) {
        return refusals.getOrDefault(reason, 0L);
    }

    /** How many messages had been there before and were passed over. */
    public long duplicates() {
        return duplicates;
    }

    // ---- for the book, whose messages have many levels ----

    Optional<Impossible> bookTime(Origin from) {
        return time(bookTimes, from);
    }

    Optional<Impossible> level(Written price, long priceTicks, Written quantity, long quantityLots) {
        return price(price, priceTicks).or(() -> quantity(quantity, quantityLots, true));
    }

    StepCount ticks() {
        return ticks;
    }

    StepCount lots() {
        return lots;
    }

    void passBook(Origin from) {
        pass(bookTimes, from);
    }

    void duplicate() {
        duplicates++;
    }

    boolean refuse(Impossible reason, Origin from) {
        refusals.merge(reason, 1L, Long::sum);
        sink.refused(RefusedMessage.of(reason, from.venueTime, from.receiveTime, from.bytes, from.from, from.to));
        return false;
    }

    long heardLast(Origin from) {
        return receiveLast == Long.MIN_VALUE ? from.receiveTime : receiveLast;
    }

    private Optional<Impossible> time(Stream stream, Origin from) {
        if (from.venueTime - from.receiveTime > limits.aheadNanos) {
            return Optional.of(Impossible.TIME_IN_FUTURE);
        }
        boolean back = from.venueTime < stream.venueLast || from.receiveTime < receiveLast;
        return back ? Optional.of(Impossible.TIME_BACKWARDS) : Optional.empty();
    }

    private void pass(Stream stream, Origin from) {
        if (stalledSince != Long.MIN_VALUE) {
            sink.gap(stalledSince, from.receiveTime, "until now nothing came");
            stalledSince = Long.MIN_VALUE;
        }
        stream.venueLast = from.venueTime;
        receiveLast = from.receiveTime;
    }

    private static Optional<Impossible> price(Written price, long steps) {
        return price.mantissa() <= 0 ? Optional.of(Impossible.PRICE_NOT_POSITIVE) : counted(steps);
    }

    private static Optional<Impossible> quantity(Written quantity, long steps, boolean mayBeNothing) {
        boolean wrong = quantity.mantissa() < 0 || (quantity.mantissa() == 0 && !mayBeNothing);
        return wrong ? Optional.of(Impossible.QUANTITY_IMPOSSIBLE) : counted(steps);
    }

    private static Optional<Impossible> counted(long steps) {
        return steps == StepCount.BETWEEN
                ? Optional.of(Impossible.BETWEEN_STEPS)
                : steps == StepCount.TOO_LARGE ? Optional.of(Impossible.TOO_LARGE) : Optional.empty();
    }
}
