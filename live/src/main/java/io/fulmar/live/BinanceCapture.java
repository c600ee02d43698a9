package io.fulmar.live;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Instrument;
import io.fulmar.market.BookGuard;
import io.fulmar.market.Guard;
import io.fulmar.market.Guard.Origin;
import io.fulmar.market.Impossible;
import io.fulmar.market.MarketListener;
import io.fulmar.market.RefusedMessage;
import io.fulmar.market.Written;
import io.fulmar.venue.kit.BinanceScanner;
import io.fulmar.venue.kit.BinanceSnapshot;
import io.fulmar.venue.kit.LevelList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Captured messages of Binance, one a line, through the scanner and the guard to a listener. What is refused goes into the quarantine with
 * its reason and its bytes, and the next line is read.
 */
final class BinanceCapture {
    /** A number that no listener takes becomes one that no guard lets through. */
    private static final Written TOO_LARGE = new Written(1_000_000_000_000_000_000L, 0);

    private final CaptureLines lines;
    private final Quarantine quarantine;
    private final byte[] symbol;
    private final int priceDecimals;
    private final int quantityDecimals;
    private final GuardedFeed feed;
    private final Guard guard;
    private final BookGuard book;
    private final BinanceScanner scanner = new BinanceScanner();
    private final BinanceSnapshot snapshot = new BinanceSnapshot();
    private final CapturedMessage message = new CapturedMessage();
    private final CaptureClock clock = new CaptureClock();
    private final WaitingChanges waiting = new WaitingChanges();
    private final Map<Impossible, Long> refused = new EnumMap<>(Impossible.class);
    private Optional<CaptureReport.Refusal> firstRefusal = Optional.empty();
    private Optional<String> firstOther = Optional.empty();
    private String detail = "";
    private CapturedLine line = new CapturedLine(new byte[0], 0, 0, 0);
    private long bookMade = Long.MIN_VALUE;
    private long refusals;
    private long read;
    private long kept;
    private long others;
    private long withoutBook;

    BinanceCapture(
            CaptureLines lines,
            Instrument instrument,
            GuardedFeed.Before before,
            MarketListener listener,
            Quarantine quarantine) {
        this.lines = lines;
        this.quarantine = quarantine;
        this.symbol = BinanceName.of(instrument.symbol()).getBytes(StandardCharsets.UTF_8);
        this.priceDecimals = instrument.tick().normalized().scale();
        this.quantityDecimals = instrument.lot().normalized().scale();
        this.feed = new GuardedFeed(instrument, before, listener, this::refused);
        this.guard = new Guard(instrument, Guard.Limits.USUAL, feed);
        this.book = new BookGuard(guard, feed);
    }

    /** Reads all lines. */
    CaptureReport take() throws IOException {
        try {
            while (lines.next()) {
                if (!lines.isBlank()) {
                    read++;
                    line = new CapturedLine(lines.bytes(), lines.from(), lines.to(), lines.number());
                    long gaps = feed.gaps();
                    read();
                    if (feed.gaps() > gaps && !book.blind()) {
                        feed.tellBook(clock.heard());
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new CaptureReport(
                read,
                kept,
                feed.rows(),
                feed.knownRows(),
                refused,
                guard.duplicates(),
                others,
                withoutBook,
                feed.gaps(),
                firstRefusal,
                firstOther,
                quarantine.file(),
                quarantine.dropped());
    }

    private void read() {
        message.read(line.bytes(), line.from(), line.to());
        if (lines.isCut()) {
            unreadable("it is longer than " + CaptureLines.LINE_MAX + " bytes");
            return;
        }
        BinanceScanner.Event event = scanner.read(line.bytes(), message.from(), message.to());
        if (event == BinanceScanner.Event.NONE) {
            whole();
        } else if (!scanner.isSymbol(symbol)) {
            other(line.bytes());
        } else if (isTimely(scanner.eventMillis(), scanner.millis())) {
            through(event);
        }
    }

    private void other(byte[] bytes) {
        others++;
        if (firstOther.isEmpty()) {
            int from = scanner.symbolStart();
            firstOther = Optional.of(new String(bytes, from, scanner.symbolEnd() - from, StandardCharsets.UTF_8));
        }
    }

    private void whole() {
        if (!snapshot.read(line.bytes(), message.from(), message.to())) {
            unreadable(CaptureFix.of(scanner.flaw()));
        } else if (isTimely(snapshot.eventMillis(), snapshot.millis())) {
            long behind = waiting.behind(snapshot.lastUpdate());
            if (snapshot.eventMillis() < 0 && snapshot.millis() < 0) {
                clock.madeUpTo(bookMade, behind);
            }
            feed.number(snapshot.lastUpdate());
            book.snapshot(origin(), snapshot.lastUpdate());
            levels(true, snapshot.bids());
            levels(false, snapshot.asks());
            boolean through = book.end();
            passBook(through);
            if (through) {
                goOn();
            }
        }
    }

    /** Changes that came before the snapshot and are not in it: they are known now, so that is when they count as heard. */
    private void goOn() {
        while (!waiting.isEmpty() && !book.blind()) {
            WaitingChanges.Change change = waiting.next();
            line = new CapturedLine(change.line(), 0, change.line().length, change.number());
            message.read(line.bytes(), 0, line.to());
            BinanceScanner.Event event = scanner.read(line.bytes(), message.from(), message.to());
            if (event == BinanceScanner.Event.DEPTH) {
                clock.made(change.made());
                withoutBook--;
                depth();
            }
        }
    }

    private boolean isTimely(long eventMillis, long millis) {
        String wrong = clock.read(message.heard(), eventMillis, millis);
        if (wrong.isEmpty()) {
            guard.clock(clock.heard());
            return true;
        }
        unreadable(wrong);
        return false;
    }

    private void through(BinanceScanner.Event event) {
        switch (event) {
            case NONE -> throw new IllegalStateException("what is no message goes nowhere");
            case TRADE -> {
                long id = scanner.tradeId();
                feed.number(id);
                Written price = price(scanner.price(), scanner.priceScale());
                Written quantity = quantity(scanner.quantity(), scanner.quantityScale());
                pass(guard.trade(origin(), id - 1, id, price, quantity, scanner.buyerTook()));
            }
            case BEST ->
                pass(guard.quote(
                        origin(),
                        price(scanner.bid(), scanner.bidScale()),
                        quantity(scanner.bidQuantity(), scanner.bidQuantityScale()),
                        price(scanner.ask(), scanner.askScale()),
                        quantity(scanner.askQuantity(), scanner.askQuantityScale())));
            case DEPTH -> depth();
        }
    }

    /** Futures say which message a change follows; spot numbers them without holes. */
    private void depth() {
        long before = scanner.updateBefore() < 0 ? scanner.firstUpdate() - 1 : scanner.updateBefore();
        long counted = refusals + guard.duplicates();
        feed.number(scanner.lastUpdate());
        book.begin(origin(), before, scanner.lastUpdate());
        levels(true, scanner.bids());
        levels(false, scanner.asks());
        boolean through = book.end();
        passBook(through);
        if (!through && refusals + guard.duplicates() == counted) {
            withoutBook++;
            waiting.add(line, scanner.lastUpdate(), clock.made());
        }
    }

    private void levels(boolean bids, LevelList list) {
        for (int i = 0; i < list.size(); i++) {
            Written price = price(list.price(i), list.priceScale(i));
            book.level(bids, price, quantity(list.quantity(i), list.quantityScale(i)));
        }
    }

    private void pass(boolean through) {
        if (through) {
            kept++;
            clock.pass();
        }
    }

    private void passBook(boolean through) {
        pass(through);
        bookMade = through ? clock.made() : bookMade;
    }

    private Written price(long mantissa, int scale) {
        return written(mantissa, scale, priceDecimals);
    }

    private Written quantity(long mantissa, int scale) {
        return written(mantissa, scale, quantityDecimals);
    }

    private static Written written(long mantissa, int scale, int decimals) {
        double units = (double) mantissa / Exact.powerOfTen(scale) * Exact.powerOfTen(decimals);
        return units >= Sieve.NUMBER_MAX / 2 ? TOO_LARGE : new Written(mantissa, scale);
    }

    private Origin origin() {
        return new Origin(clock.made(), clock.heard(), line.bytes(), message.from(), message.to());
    }

    private void unreadable(String why) {
        detail = why;
        long heard = Math.max(0, message.heard());
        guard.unreadable(new Origin(heard, heard, line.bytes(), message.from(), message.to()));
    }

    /** The whole line is kept, so that a mended one can be read as it stands. */
    private void refused(RefusedMessage of) {
        String why = detail.isEmpty() ? CaptureFix.of(of.reason()) : detail;
        detail = "";
        refusals++;
        refused.merge(of.reason(), 1L, Long::sum);
        if (firstRefusal.isEmpty()) {
            firstRefusal = Optional.of(new CaptureReport.Refusal(line.number(), of.reason(), why));
        }
        try {
            quarantine.keep(line.number(), of.reason(), why, line.bytes(), line.from(), line.to());
        } catch (IOException e) {
            throw new UncheckedIOException("the quarantine cannot be written", e);
        }
    }
}
