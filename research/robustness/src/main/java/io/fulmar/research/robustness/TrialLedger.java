package io.fulmar.research.robustness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

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

    private final SequencedMap<Stretch, TrialSketch> entries = new LinkedHashMap<>();

    /** Notes a trial with the daily Sharpe ratio it showed. */
    public void add(Stretch stretch, long trial, double sharpe) {
        of(stretch).add(trial, sharpe);
    }

    private TrialSketch of(Stretch stretch) {
        if (entries.size() == ENTRIES_MAX && !entries.containsKey(stretch)) {
            throw new IllegalStateException("the ledger of trials is full");
        }
        return entries.computeIfAbsent(stretch, first -> new TrialSketch());
    }

    /** Everything that was tried on an instrument in a time that overlaps this one. */
    public TrialSketch overlapping(String instrument, long from, long to) {
        TrialSketch all = new TrialSketch();
        entries.forEach((stretch, trials) -> {
            if (stretch.overlaps(instrument, from, to)) all.merge(trials);
        });
        return all;
    }

    public void merge(TrialLedger other) {
        other.entries.forEach((stretch, trials) -> of(stretch).merge(trials));
    }

    /** Takes in trials of one stretch. */
    public void merge(Stretch stretch, TrialSketch trials) {
        of(stretch).merge(trials);
    }

    /** Whether everything in the other is here already. */
    public boolean covers(TrialLedger other) {
        return other.entries.entrySet().stream()
                .allMatch(entry -> Optional.ofNullable(entries.get(entry.getKey()))
                        .filter(own -> own.covers(entry.getValue()))
                        .isPresent());
    }

    /** Its bytes, which {@link #read} understands. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(entries.size());
            for (Map.Entry<Stretch, TrialSketch> entry : entries.entrySet()) {
                out.writeUTF(entry.getKey().instrument);
                out.writeLong(entry.getKey().from);
                out.writeLong(entry.getKey().to);
                entry.getValue().write(out);
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
