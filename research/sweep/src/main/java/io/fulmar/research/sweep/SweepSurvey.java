package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Gate;
import io.fulmar.research.robustness.Plateau;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/** One look over all results of a sweep, for its report: memory does not grow with their number. */
public final class SweepSurvey {
    /** More parameters make more maps than anybody looks at. */
    private static final int AXES_MAX = 6;

    private static final int TOP = 50;

    private final Manifest manifest;
    private final SweepStatus.State state;
    private List<Row> top = List.of();
    private Closing.Closed closed = Closing.Closed.NOTHING;
    private HoldoutLog.Content opened = new HoldoutLog.Content(List.of(), List.of());
    private Optional<Neighbours> neighbours = Optional.empty();
    private final Steps steps;
    private final List<Heatmap> maps = new ArrayList<>();
    private final Map<Integer, Importance> importances = new TreeMap<>();
    private final Map<Gate, Long> failed = new EnumMap<>(Gate.class);
    private final ParetoFront front = new ParetoFront();
    private final PriorityQueue<Drawn> drawn =
            new PriorityQueue<>(Comparator.comparingLong(Drawn::hash).reversed());
    private final int sample;
    private long evaluated;
    private long eligible;
    private long refused;
    private long without;

    private record Drawn(long hash, long combination) {}

    SweepSurvey(Manifest manifest, SweepStatus.State state, int sample) {
        this.manifest = manifest;
        this.state = state;
        this.sample = sample;
        this.steps = new Steps(manifest.search());
        List<Integer> varied = steps.varied();
        List<Integer> shown = varied.subList(0, Math.min(AXES_MAX, varied.size()));
        for (int i = 0; i < shown.size(); i++) {
            importances.put(
                    shown.get(i), new Importance(steps.values(shown.get(i)).size()));
            for (int j = i + 1; j < shown.size(); j++) {
                maps.add(new Heatmap(steps, shown.get(i), shown.get(j)));
            }
        }
        if (shown.size() == 1) {
            maps.add(new Heatmap(steps, shown.get(0), shown.get(0)));
        }
    }

    /** Of what a sweep has come to so far; {@code sample} combinations are drawn by the hash of their number, whatever came of them. */
    public static SweepSurvey of(Path folder, int sample) {
        SweepStatus status = SweepStatus.of(folder);
        SweepSurvey survey = new SweepSurvey(status.manifest(), status.state(), sample);
        survey.top = status.top(TOP);
        survey.closed = SweepFolder.closing(folder);
        survey.opened = HoldoutLog.read(folder);
        if (!survey.top.isEmpty()) {
            survey.neighbours = Neighbours.of(survey.steps, survey.top.get(0).combination());
        }
        Set<Integer> seen = new HashSet<>();
        status.scan((place, rows) -> {
            if (seen.add(place.unit())) {
                survey.refused += place.refused();
                survey.add(rows, place.rows());
            }
        });
        return survey;
    }

    private void add(ByteBuffer rows, int count) {
        for (int i = 0; i < count; i++) {
            add(Row.get(rows));
        }
    }

    void add(Row row) {
        evaluated++;
        eligible += row.eligible() ? 1 : 0;
        without += row.trades() == 0 ? 1 : 0;
        for (Gate gate : Gate.of(row.reasons())) {
            failed.merge(gate, 1L, Long::sum);
        }
        maps.forEach(map -> map.add(row));
        double growth = Double.isFinite(row.growth()) ? row.growth() : 0;
        importances.forEach((axis, importance) -> importance.add(steps.index(axis, row.combination()), growth));
        front.add(row);
        neighbours.ifPresent(near -> near.add(row));
        draw(row.combination());
    }

    private void draw(long combination) {
        long hash = Noise.bits(manifest.search().seed(), combination, 0);
        if (drawn.size() < sample || (sample > 0 && hash < drawn.element().hash)) {
            drawn.add(new Drawn(hash, combination));
            if (drawn.size() > sample) {
                drawn.remove();
            }
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    public SweepStatus.State state() {
        return state;
    }

    /** Combinations with a result. */
    public long evaluated() {
        return evaluated;
    }

    public long eligible() {
        return eligible;
    }

    /** Combinations that the strategy's record refused. */
    public long refused() {
        return refused;
    }

    /** Of the evaluated, those that never traded. */
    public long withoutTrades() {
        return without;
    }

    /** How the neighbours of the best did; empty where there are none. */
    Optional<Plateau> plateau() {
        return neighbours.map(Neighbours::plateau).filter(plateau -> plateau.neighbours() > 0);
    }

    /** What the second look came to; nothing before the sweep is finished. */
    Closing.Closed closed() {
        return closed;
    }

    /** How often held-out bars were looked at, and what was seen. */
    HoldoutLog.Content opened() {
        return opened;
    }

    /** The best results, the best first. */
    public List<Row> top() {
        return top;
    }

    /** The drawn combinations by rising number. */
    public long[] sample() {
        return drawn.stream().mapToLong(Drawn::combination).sorted().toArray();
    }

    Steps steps() {
        return steps;
    }

    List<Heatmap> maps() {
        return maps;
    }

    Map<Integer, Importance> importances() {
        return importances;
    }

    Map<Gate, Long> failed() {
        return failed;
    }

    List<Row> front() {
        return front.rows();
    }
}
