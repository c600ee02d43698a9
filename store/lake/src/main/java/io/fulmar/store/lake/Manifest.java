package io.fulmar.store.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a dataset consists of: the only truth about which of its files count. It is replaced as a whole, by a rename.
 *
 * @param version counts every change
 * @param revision counts the changes of rows that were there already
 * @param parts in the order of time; none overlap
 * @param segment the stream of today, where one is being written
 * @param dropped files that count no longer and stay for a day, for those who read them
 */
record Manifest(
        Dataset dataset,
        long version,
        long revision,
        Scales scales,
        List<InstrumentFact> facts,
        List<Part> parts,
        Optional<String> segment,
        List<Dropped> dropped) {
    static final String FILE = "manifest.txt";
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]*");

    /** A file that has been replaced, and when. */
    record Dropped(String file, long timeMillis) {}

    Manifest {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        dropped = List.copyOf(dropped);
        parts.forEach(part -> needPlain(part.file(), part.period()));
        segment.ifPresent(Manifest::needPlain);
        dropped.forEach(old -> needPlain(old.file()));
    }

    /** A manifest may come from elsewhere; no name in it leads out of the dataset's folder. */
    private static void needPlain(String... names) {
        for (String name : names) {
            if (!PLAIN.matcher(name).matches()) {
                throw new IllegalArgumentException("\"" + name + "\" is no name of a file");
            }
        }
    }

    static Manifest begin(Dataset dataset, Scales scales) {
        return new Manifest(dataset, 0, 0, scales, List.of(), List.of(), Optional.empty(), List.of());
    }

    long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    boolean uses(String file) {
        return parts.stream().anyMatch(part -> part.file().equals(file))
                || dropped.stream().anyMatch(old -> old.file().equals(file))
                || segment.filter(file::equals).isPresent();
    }

    /** The next version with other parts; those that it has no more, and a segment, are dropped at that time. */
    Manifest next(List<Part> now, Optional<String> nowSegment, boolean corrected, long timeMillis) {
        List<Dropped> all = new ArrayList<>(dropped);
        for (Part part : parts) {
            if (!now.contains(part)) {
                all.add(new Dropped(part.file(), timeMillis));
            }
        }
        segment.filter(name -> !nowSegment.equals(segment)).ifPresent(name -> all.add(new Dropped(name, timeMillis)));
        return new Manifest(dataset, version + 1, revision + (corrected ? 1 : 0), scales, facts, now, nowSegment, all);
    }

    Manifest with(Scales now) {
        return new Manifest(dataset, version, revision, now, facts, parts, segment, dropped);
    }

    Manifest with(InstrumentFact fact) {
        List<InstrumentFact> all = new ArrayList<>(facts);
        all.add(fact);
        all.sort((a, b) -> Long.compare(a.timeNanos(), b.timeNanos()));
        return new Manifest(dataset, version, revision, scales, all, parts, segment, dropped);
    }

    Manifest without(List<Dropped> gone) {
        List<Dropped> left = new ArrayList<>(dropped);
        left.removeAll(gone);
        return new Manifest(dataset, version, revision, scales, facts, parts, segment, left);
    }
}
