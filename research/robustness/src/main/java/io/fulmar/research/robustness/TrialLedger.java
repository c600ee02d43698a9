package io.fulmar.research.robustness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How much was ever tried on which data: what a deflated Sharpe ratio needs and nobody remembers. A trial is a hash of plan, parameters, costs, window
 * and instrument; repeats count once. Entries are kept per instrument and stretch of time; the count for a stretch is over all entries that overlap it.
 *
 * <p>Ledgers merge in any order to the same: several machines may each keep one. It is read only where luck is judged; no result depends on it.
 */
public final class TrialLedger {
    private static final int MAGIC = 0x464C5452;
    private static final int VERSION = 1;
    private static final int ENTRIES_MAX = 100_000;

    /** One instrument over one stretch of time, UTC ns, the end not included. */
    public record Stretch(String instrument, long from, long to) {
        boolean overlaps(String other, long otherFrom, long otherTo) {
            return instrument.equals(other) && from < otherTo && otherFrom < to;
        }
    }

    private record Entry(Stretch stretch, TrialSketch trials) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Notes a trial with the daily Sharpe ratio it showed. */
    public void add(Stretch stretch, long trial, double sharpe) {
        of(stretch).add(trial, sharpe);
    }

    private TrialSketch of(Stretch stretch) {
        for (Entry entry : entries) {
            if (entry.stretch.equals(stretch)) return entry.trials;
        }
        if (entries.size() == ENTRIES_MAX) throw new IllegalStateException("the ledger of trials is full");
        TrialSketch trials = new TrialSketch();
        entries.add(new Entry(stretch, trials));
        return trials;
    }

    /** Everything that was tried on an instrument in a time that overlaps this one. */
    public TrialSketch overlapping(String instrument, long from, long to) {
        TrialSketch all = new TrialSketch();
        for (Entry entry : entries) {
            if (entry.stretch.overlaps(instrument, from, to)) all.merge(entry.trials);
        }
        return all;
    }

    public void merge(TrialLedger other) {
        other.entries.forEach(entry -> of(entry.stretch).merge(entry.trials));
    }

    /** Its bytes, which {@link #read} understands. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(entries.size());
            for (Entry entry : entries) {
                out.writeUTF(entry.stretch.instrument);
                out.writeLong(entry.stretch.from);
                out.writeLong(entry.stretch.to);
                entry.trials.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Refuses what is no ledger. */
    public static TrialLedger read(byte[] bytes) {
        TrialLedger ledger = new TrialLedger();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION)
                throw new IllegalArgumentException("no ledger of trials");
            int count = in.readInt();
            if (count < 0 || count > ENTRIES_MAX)
                throw new IllegalArgumentException("a ledger of " + count + " entries");
            for (int i = 0; i < count; i++) {
                Stretch stretch = new Stretch(in.readUTF(), in.readLong(), in.readLong());
                ledger.of(stretch).merge(TrialSketch.read(in));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the ledger of trials ends too early", e);
        }
        return ledger;
    }
}
