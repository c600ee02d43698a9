package io.fulmar.research.sweep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Looks into a sweep's folder without disturbing whoever runs it. */
public final class SweepStatus {
    /** Where a sweep stands. */
    public enum State {
        RUNNING,
        STOPPED,
        FINISHED
    }

    private final Path folder;
    private final Manifest manifest;

    private SweepStatus(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** The sweep in that folder; an error when there is none. */
    public static SweepStatus of(Path folder) {
        Optional<Manifest> manifest = SweepFolder.manifest(folder);
        return new SweepStatus(
                folder,
                manifest.orElseThrow(() -> new SweepException(
                        SweepException.Fault.NOT_A_SWEEP,
                        folder + " holds no sweep",
                        "begin one: fulmar sweep run STRATEGY.java --csv FILE ... --grid NAME=FROM..TO --out "
                                + folder)));
    }

    public Manifest manifest() {
        return manifest;
    }

    public State state() {
        try {
            if (Files.exists(folder.resolve(SweepFolder.RESULTS))) {
                return State.FINISHED;
            }
            return SweepFolder.running(folder) ? State.RUNNING : State.STOPPED;
        } catch (IOException e) {
            throw SweepFolder.unwritable(folder, e);
        }
    }

    /** What is done, from the log. */
    public Tally tally() {
        Tally[] tally = {Tally.none(manifest.search().units())};
        Map<Integer, Boolean> seen = new HashMap<>();
        scan((place, rows) -> {
            if (seen.put(place.unit(), true) == null) {
                tally[0] = tally[0].and(place.rows(), place.refused(), best(place, rows));
            }
        });
        return tally[0];
    }

    /** How many combinations each tier took, in the log; of one that was done twice each counts. */
    public Map<String, Long> tiers() {
        Map<Tier, Long> counts = new EnumMap<>(Tier.class);
        scan((place, rows) -> {
            for (int i = 0; i < place.rows(); i++) {
                counts.merge(Row.get(rows).tier(), 1L, Long::sum);
            }
        });
        Map<String, Long> tiers = new LinkedHashMap<>();
        counts.forEach((tier, count) -> tiers.put(tier.name(), count));
        return tiers;
    }

    private static Optional<Row> best(UnitsLog.Place place, ByteBuffer rows) {
        Optional<Row> best = Optional.empty();
        for (int i = 0; i < place.rows(); i++) {
            Row row = Row.get(rows);
            if (best.isEmpty() || Ranking.BEST_FIRST.compare(row, best.get()) < 0) {
                best = Optional.of(row);
            }
        }
        return best;
    }

    /** The best results so far, the best first: once finished the shortlist in its final order and with its final scores. */
    public List<Row> top(int count) {
        List<Closing.Finalist> shortlist = SweepFolder.closing(folder).shortlist();
        Map<Long, Row> byNumber = new LinkedHashMap<>();
        best(Math.max(count, shortlist.size())).forEach(row -> byNumber.put(row.combination(), row));
        List<Row> top = new ArrayList<>();
        for (Closing.Finalist one : shortlist) {
            Optional.ofNullable(byNumber.remove(one.combination())).ifPresent(row -> top.add(row.judged(one.score())));
        }
        top.addAll(byNumber.values());
        return top.subList(0, Math.min(count, top.size()));
    }

    private List<Row> best(int count) {
        PriorityQueue<Row> best = new PriorityQueue<>(Ranking.BEST_FIRST.reversed());
        Set<Long> inside = new HashSet<>();
        scan((place, rows) -> {
            for (int i = 0; i < place.rows(); i++) {
                Row row = Row.get(rows);
                Row worst = best.peek();
                boolean fits = worst == null || best.size() < count || Ranking.BEST_FIRST.compare(row, worst) < 0;
                if (!fits || !inside.add(row.combination())) {
                    continue;
                }
                best.add(row);
                if (best.size() > count) {
                    inside.remove(best.remove().combination());
                }
            }
        });
        List<Row> top = new ArrayList<>(best);
        top.sort(Ranking.BEST_FIRST);
        return top;
    }

    void scan(UnitsLog.Visitor visitor) {
        try {
            UnitsLog.scan(folder.resolve(SweepFolder.UNITS), manifest.id(), visitor);
        } catch (IOException e) {
            throw SweepFolder.unwritable(folder, e);
        }
    }
}
