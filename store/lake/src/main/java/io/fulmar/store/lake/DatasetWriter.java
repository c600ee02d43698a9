package io.fulmar.store.lake;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The one writer of a dataset. Rows come sorted by time; nothing counts before {@link #commit}, and what is closed without it leaves the
 * dataset as it was.
 *
 * <p>Candles lie in files of a year. What is added to a year that has a file already goes into a file of its month; when the month is over
 * the year is sealed anew. Events lie in files of a month, which end earlier, at a midnight, when they grow large.
 */
public final class DatasetWriter implements AutoCloseable {
    private static final long LARGE_BYTES = 64L << 20;
    static final long DROPPED_KEPT_MILLIS = 86_400_000;

    private final DatasetFolder folder;
    private final DatasetLock lock;
    private final InstantSource clock;
    private final Compression compression;
    private final Scrutiny scrutiny;
    private Manifest manifest;
    private List<Part> parts;
    private boolean corrected;
    private Optional<PartWriter> open = Optional.empty();
    private OptionalLong last = OptionalLong.empty();
    private Optional<String> segment;
    private boolean changed;
    private final Set<String> made = new HashSet<>();

    DatasetWriter(
            DatasetFolder folder, DatasetLock lock, Manifest manifest, Compression compression, InstantSource clock)
            throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.manifest = manifest;
        this.compression = compression;
        this.clock = clock;
        this.scrutiny = new Scrutiny(manifest.dataset(), manifest.scales());
        this.parts = new ArrayList<>(manifest.parts());
        this.segment = manifest.segment();
        this.changed = manifest.version() == 0;
        if (!parts.isEmpty()) {
            last = OptionalLong.of(parts.getLast().last());
        }
        folder.clean(manifest);
        if (segment.isPresent()) {
            foldSegment();
        }
    }

    /** What was recorded today becomes part of its month. */
    private void foldSegment() throws IOException {
        try (DatasetReader reader = DatasetReader.ofSegment(folder, manifest)) {
            Rows rows = Rows.growing(manifest.dataset().kind());
            while (reader.next(rows)) {
                add(rows);
            }
        }
        segment = Optional.empty();
        changed = true;
    }

    public Dataset dataset() {
        return manifest.dataset();
    }

    /** Of the dataset: at least those that were asked for. */
    public Scales scales() {
        return manifest.scales();
    }

    /** The time of the last row that is there or was added. */
    public OptionalLong last() {
        return last;
    }

    /** Numbers that were the nearest double of no short decimal and have been put right, by at most 4 ulp. */
    public long snapped() {
        return scrutiny.snapped();
    }

    /** Adds rows behind all that are there. Those that were snapped have changed in {@code rows} too. */
    public void append(Rows rows) {
        if (rows.isEmpty()) {
            return;
        }
        scrutiny.order(rows, last);
        scrutiny.exact(rows);
        try {
            add(rows);
        } catch (IOException e) {
            throw LakeException.disk(folder.path(), e);
        }
        changed = true;
    }

    private void add(Rows rows) throws IOException {
        long[] times = rows.times();
        int from = 0;
        while (from < rows.size()) {
            PartWriter part = partFor(times[from]);
            int to = rows.firstAtOrAfter(boundary(part, times[from]), from);
            part.add(rows, from, to - from);
            from = to;
        }
        last = OptionalLong.of(times[rows.size() - 1]);
    }

    /** Up to where rows go into this part before it is asked about again. */
    private long boundary(PartWriter part, long time) {
        return candles()
                ? part.period().to()
                : Math.min(part.period().to(), Period.day(time).to());
    }

    private boolean candles() {
        return switch (dataset().kind()) {
            case Kind.Candles _, Kind.NamedBars _ -> true;
            case Kind.Events events -> events == Kind.Events.FUNDING || events == Kind.Events.MARK;
        };
    }

    private PartWriter partFor(long time) throws IOException {
        boolean fits = open.isPresent() && time < open.get().period().to() && !isLargeAtMidnight(open.get(), time);
        if (!fits) {
            finishPart();
            open = Optional.of(begin(time));
        }
        return open.orElseThrow();
    }

    private boolean isLargeAtMidnight(PartWriter part, long time) {
        return !candles()
                && part.written() > LARGE_BYTES
                && last.isPresent()
                && last.getAsLong() < Period.day(time).from();
    }

    private void finishPart() throws IOException {
        if (open.isPresent()) {
            parts.add(open.get().finish());
            open.get().close();
            open = Optional.empty();
        }
    }

    /** A part for rows from that time on: of the year, of the month, or of the day when the month has a large one already. */
    private PartWriter begin(long time) throws IOException {
        Period month = Period.month(time);
        if (!parts.isEmpty() && parts.getLast().last() >= month.from()) {
            Part before = parts.getLast();
            if (before.period().equals(month.name()) && before.bytes() <= LARGE_BYTES) {
                PartWriter part = writer(month);
                copy(List.of(before), part);
                parts.remove(before);
                return part;
            }
            if (!candles()) {
                return writer(new Period(Period.day(time).name(), time, month.to()));
            }
        }
        Period year = Period.year(time);
        boolean yearIsThere = !parts.isEmpty() && parts.getLast().last() >= year.from();
        return writer(candles() && !yearIsThere ? year : month);
    }

    /** Under a name that no file has which counts, counted, or that this writer has made. */
    private PartWriter writer(Period period) throws IOException {
        String name = period.name() + ".arrow";
        for (long next = manifest.version() + 1; manifest.uses(name) || !made.add(name); next++) {
            name = period.name() + "." + next + ".arrow";
        }
        return new PartWriter(folder, name, period, manifest, compression);
    }

    private void copy(List<Part> from, PartWriter to) throws IOException {
        try (DatasetReader reader = DatasetReader.ofParts(folder, manifest, from)) {
            Rows rows = Rows.growing(dataset().kind());
            while (reader.next(rows)) {
                to.add(rows, 0, rows.size());
            }
        }
    }

    /**
     * Puts these rows in the place of those of the same times, or between those that are there, all before the last. It makes a new
     * revision. For kinds with one row a moment.
     */
    public void correct(Rows rows) {
        correct(rows, new long[0]);
    }

    /** The same, and takes out the rows of these times, which are sorted. */
    public void correct(Rows rows, long[] gone) {
        if (rows.isEmpty() && gone.length == 0) {
            return;
        }
        if (!dataset().kind().unique()) {
            throw new IllegalArgumentException("rows of " + dataset().kind().word() + " have no times of their own");
        }
        scrutiny.order(rows, OptionalLong.empty());
        scrutiny.exact(rows);
        try {
            finishPart();
            new Correction(rows, gone, this::writer, folder, manifest).apply(parts);
        } catch (IOException e) {
            throw LakeException.disk(folder.path(), e);
        }
        corrected = true;
        changed = true;
    }

    /** What happened to the instrument. */
    public void tell(InstrumentFact fact) {
        manifest = manifest.with(fact);
        changed = true;
    }

    /** All that was added counts from now on, also after a crash. */
    public void commit() {
        try {
            finishPart();
            if (!changed) {
                return;
            }
            if (candles()) {
                seal();
            }
            folder.disk().forceFolder(folder.path());
            long now = clock.millis();
            manifest = forgotten(now).next(parts, segment, corrected, now);
            folder.swap(manifest);
            changed = false;
            corrected = false;
        } catch (IOException e) {
            throw LakeException.disk(folder.path(), e);
        }
    }

    /** Years with more than one part become one, apart from the month that is still running. */
    private void seal() throws IOException {
        if (parts.isEmpty()) {
            return;
        }
        Period running = Period.month(parts.getLast().last());
        List<Part> sealed = new ArrayList<>();
        int at = 0;
        while (at < parts.size()) {
            Period year = Period.year(parts.get(at).first());
            int end = at;
            while (end < parts.size()
                    && parts.get(end).last() < year.to()
                    && !parts.get(end).period().equals(running.name())) {
                end++;
            }
            if (end - at > 1) {
                try (PartWriter whole = writer(year)) {
                    copy(parts.subList(at, end), whole);
                    sealed.add(whole.finish());
                }
                at = end;
            } else {
                sealed.add(parts.get(at));
                at++;
            }
        }
        parts = sealed;
    }

    /** Files that were dropped a day ago go. The manifest that counts until the swap has no use for them. */
    private Manifest forgotten(long now) throws IOException {
        List<Manifest.Dropped> old = manifest.dropped().stream()
                .filter(file -> now - file.timeMillis() > DROPPED_KEPT_MILLIS)
                .toList();
        for (Manifest.Dropped file : old) {
            folder.disk().delete(folder.path().resolve(file.file()));
        }
        return manifest.without(old);
    }

    /** Gives the dataset back. What was not committed is gone. */
    @Override
    public void close() {
        try (lock) {
            if (open.isPresent()) {
                open.get().close();
            }
        } catch (IOException e) {
            throw LakeException.disk(folder.path(), e);
        }
    }
}
