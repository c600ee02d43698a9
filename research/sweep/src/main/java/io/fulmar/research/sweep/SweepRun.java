package io.fulmar.research.sweep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * Does what is left of a sweep: hands units to workers, writes down what they bring, and at the end the results. The thread that calls
 * {@link #run} is the only one that writes. Its memory is one bit and one place in the log a unit, whatever the number of combinations;
 * a sampler that learns keeps its results, of which there are at most a million.
 */
public final class SweepRun {
    private final SweepFolder folder;
    private final Manifest manifest;
    private final Space space;
    private final Drawing drawing;
    private final Closing closing;
    private final BitSet done = new BitSet();
    private final Map<Integer, Long> checks = new HashMap<>();
    private final Map<Long, Row> told = new HashMap<>();
    private volatile Tally tally;

    /** A sweep in a folder that is held. */
    public SweepRun(SweepFolder folder, Manifest manifest, Space space, Drawing drawing, Closing closing) {
        this.folder = folder;
        this.manifest = manifest;
        this.space = space;
        this.drawing = drawing;
        this.closing = closing;
        this.tally = Tally.none(drawing.units());
    }

    /** How far it is; to be asked from any thread. */
    public Tally tally() {
        return tally;
    }

    /** Runs until all is done or somebody wants it to stop; whether it is finished. */
    public boolean run(Supplier<UnitWorker> workers, int threads, BooleanSupplier stop) {
        return runAny(workers, threads, stop);
    }

    boolean runAny(Supplier<? extends UnitWork> workers, int threads, BooleanSupplier stop) {
        try {
            folder.begin(manifest);
            long end = UnitsLog.scan(folder.units(), manifest.id(), this::note);
            if (folder.finished()) {
                return true;
            }
            try (UnitsLog log = UnitsLog.open(folder.disk(), folder.folder(), folder.units(), manifest.id(), end);
                    Crew crew = new Crew(workers, threads)) {
                if (!units(log, crew, () -> stop.getAsBoolean() || folder.stopWanted())) {
                    return false;
                }
            }
            publish(threads);
            return true;
        } catch (IOException e) {
            throw SweepFolder.unwritable(folder.folder(), e);
        }
    }

    private void publish(int threads) throws IOException {
        List<UnitsLog.Place> places = UnitsLog.places(folder.units(), manifest.id());
        Selector selector = new Selector(tally.evaluated(), closing.candidates());
        Mapped.inOrder(folder.units(), places, selector::see);
        Closing.Closed closed = closing.of(selector.selection(), threads);
        if (!closed.differences().isEmpty()) {
            throw new SweepException(
                    SweepException.Fault.DIFFERENT,
                    closed.differences().size() + " of " + closed.rechecked()
                            + " combinations come out otherwise at the desk; the first: "
                            + closed.differences().getFirst(),
                    "this is a mistake of the program: please report it with the strategy; nothing was published");
        }
        folder.close(closed);
        new ResultsFile(folder, manifest, space, closed.shortlist()).write(places);
    }

    private boolean units(UnitsLog log, Crew crew, BooleanSupplier stop) throws IOException {
        int each = drawing.unitsOfGeneration();
        for (int first = 0; first < drawing.units(); first += each) {
            int last = Math.min(first + each, drawing.units());
            int next = done.nextClearBit(first);
            boolean stopped = false;
            while (crew.busy() > 0 || (!stopped && next < last)) {
                stopped = stopped || stop.getAsBoolean();
                while (!stopped && next < last && crew.hasRoom()) {
                    crew.give(manifest.unit(next, drawing.part(next)));
                    next = done.nextClearBit(next + 1);
                }
                if (crew.busy() > 0) {
                    Frame frame = crew.take();
                    log.append(frame);
                    note(
                            new UnitsLog.Place(frame.unit(), frame.refused(), 0, frame.count()),
                            ByteBuffer.wrap(frame.rows()).order(ByteOrder.LITTLE_ENDIAN));
                }
            }
            if (stopped && done.nextClearBit(first) < last) {
                return false;
            }
            if (drawing.learns() && last < drawing.units()) {
                drawing.tell(first / each, told);
            }
        }
        return true;
    }

    /** Notes a unit that is in the log. */
    private void note(UnitsLog.Place place, ByteBuffer rows) {
        if (place.unit() < 0 || place.unit() >= drawing.units()) {
            throw UnitsLog.damaged(folder.units(), place.at(), "there is no unit " + place.unit());
        }
        CRC32C crc = new CRC32C();
        crc.update(rows.duplicate());
        Long before = checks.put(place.unit(), crc.getValue() << Integer.SIZE | place.rows());
        if (before != null) {
            if (before != (crc.getValue() << Integer.SIZE | place.rows())) {
                throw UnitsLog.damaged(
                        folder.units(), place.at(), "unit " + place.unit() + " is there twice, with different results");
            }
            return;
        }
        Optional<Row> best = Optional.empty();
        for (int i = 0; i < place.rows(); i++) {
            Row row = Row.get(rows);
            if (best.isEmpty() || Ranking.BEST_FIRST.compare(row, best.get()) < 0) {
                best = Optional.of(row);
            }
            if (drawing.learns()) {
                told.put(row.combination(), row);
            }
        }
        done.set(place.unit());
        tally = tally.and(place.rows(), place.refused(), best);
    }
}
