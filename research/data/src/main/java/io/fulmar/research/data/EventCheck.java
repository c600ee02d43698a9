package io.fulmar.research.data;

import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.time.Duration;
import java.util.Locale;

/**
 * Goes through trades, quotes, funding or mark prices. What is missing shows by the venue's numbers where they are without holes as a rule,
 * and by a silence out of all proportion to how often something comes.
 */
final class EventCheck {
    private static final double NANOS = 1e9;

    /** So many times the mean distance is a silence, and at least ten minutes. */
    private static final double SILENCE_TIMES = 100;

    private static final double SILENCE_LEAST = 600 * NANOS;

    /** Of a hundred numbers of trades so many must follow each other, or holes mean nothing. */
    private static final double NUMBERED = 0.9;

    /** No venue asks more of a notional at once; most stop at a fortieth of it. */
    private static final double RATE_MOST = 1;

    private static final double RATE_UNUSUAL = 0.02;

    private final Dataset dataset;
    private final Kind.Events kind;
    private final Findings found = new Findings();
    private final Neighbours neighbours = new Neighbours();
    private final Spacing spacing;
    private final boolean numbered;
    private long rows;
    private long last = Long.MIN_VALUE;
    private long lastId = -1;
    private double[] before = new double[0];

    private EventCheck(Dataset dataset, Kind.Events kind, Spacing spacing) {
        this.dataset = dataset;
        this.kind = kind;
        this.spacing = spacing;
        this.numbered = spacing.numbered() > NUMBERED;
    }

    static CheckReport of(Lake lake, Dataset dataset, Kind.Events kind) {
        EventCheck check = new EventCheck(dataset, kind, Spacing.of(lake, dataset));
        try (DatasetReader reader = lake.read(dataset)) {
            Rows batch = new Rows(dataset.kind());
            while (reader.next(batch)) {
                for (int i = 0; i < batch.size(); i++) {
                    check.take(batch, i);
                }
            }
        }
        check.neighbours.end(check::outlier);
        return check.found.report(dataset, check.rows);
    }

    private void take(Rows batch, int row) {
        long time = batch.times()[row];
        rows++;
        silence(time);
        switch (kind) {
            case TRADES -> trade(batch, row, time);
            case QUOTES -> quote(batch, row, time);
            case FUNDING -> rate(batch, row, time);
            case MARK -> price(time, batch.numbers("mark")[row], "a mark price of ");
            case BOOKS -> throw new IllegalArgumentException(dataset + " cannot be checked");
        }
        last = time;
    }

    private void silence(long time) {
        if (last == Long.MIN_VALUE) {
            return;
        }
        long step = time - last;
        if (kind == Kind.Events.FUNDING) {
            long missing = spacing.usual() == 0 ? 0 : Math.round((double) step / spacing.usual()) - 1;
            if (missing > 0) {
                found.gap(
                        last + spacing.usual(), time - spacing.usual(), missing, missing + " settlements are missing");
            }
        } else if (step > Math.max(SILENCE_LEAST, SILENCE_TIMES * spacing.mean())) {
            String usual = String.format(Locale.ROOT, "%.3g s", spacing.mean() / NANOS);
            found.gap(
                    last, time, 0, "nothing for " + Duration.ofNanos(step) + ", where something comes every " + usual);
        }
    }

    private void trade(Rows batch, int row, long time) {
        double price = batch.numbers("price")[row];
        double quantity = batch.numbers("quantity")[row];
        long id = batch.wholes("id")[row];
        if (id >= 0 && id == lastId) {
            found.duplicate(time, "a second trade of the number " + id);
        } else if (numbered && lastId >= 0 && id > lastId + 1) {
            long missing = id - lastId - 1;
            found.gap(last, time, missing, missing + " numbers are missing between " + lastId + " and " + id);
        }
        lastId = id;
        if (!(quantity > 0 && quantity < Double.POSITIVE_INFINITY)) {
            found.impossible(time, "a quantity of " + quantity);
            return;
        }
        price(time, price, "a price of ");
    }

    private void price(long time, double price, String what) {
        if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
            found.impossible(time, what + price);
        } else {
            neighbours.add(time, price, price, price, this::outlier);
        }
    }

    private void quote(Rows batch, int row, long time) {
        double bid = batch.numbers("bid")[row];
        double ask = batch.numbers("ask")[row];
        double bidLots = batch.numbers("bid_quantity")[row];
        double askLots = batch.numbers("ask_quantity")[row];
        boolean again = before.length > 0 && before[0] == bid && before[1] == ask && before[2] == bidLots;
        if (again && before[3] == askLots && time == last) {
            found.duplicate(time, "the same quote a second time");
        }
        before = new double[] {bid, ask, bidLots, askLots};
        if (bid <= 0 || ask <= 0 || bidLots < 0 || askLots < 0) {
            found.impossible(time, "bid " + bid + " for " + bidLots + ", ask " + ask + " for " + askLots);
        } else if (bid >= ask) {
            found.crossed(time, "a bid of " + bid + (bid == ask ? " at" : " above") + " an ask of " + ask);
        } else if (!Double.isNaN(bid) && !Double.isNaN(ask)) { // a side may be empty
            neighbours.add(time, ask, bid, (bid + ask) / 2, this::outlier);
        }
    }

    private void rate(Rows batch, int row, long time) {
        double rate = batch.numbers("rate")[row];
        if (!(Math.abs(rate) < RATE_MOST)) {
            found.impossible(time, "a rate of " + rate);
        } else if (Math.abs(rate) > RATE_UNUSUAL) {
            found.outlier(time, "a rate of " + rate + ", more than " + RATE_UNUSUAL + " at once", "");
        }
    }

    private void outlier(long time, double price, double usual) {
        found.outlier(
                time, String.format(Locale.ROOT, "a price of %s where those around it are near %s", price, usual), "");
    }
}
