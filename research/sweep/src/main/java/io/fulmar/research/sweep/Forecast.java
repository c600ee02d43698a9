package io.fulmar.research.sweep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/**
 * What a sweep will take, from doing one of its units.
 *
 * @param tiers how many of the unit's combinations each tier took
 * @param nanosEach for a combination, on one thread
 */
public record Forecast(int evaluated, SequencedMap<String, Integer> tiers, double nanosEach) {

    /** Does the unit in the middle twice, the first time to get warm, and looks at the processor time of this thread. Nothing is kept. */
    public static Forecast of(Manifest manifest, Drawing drawing, UnitWorker worker, LongSupplier cpuNanos) {
        int middle = drawing.learns() ? 0 : drawing.units() / 2;
        WorkUnit unit = manifest.unit(middle, drawing.part(middle));
        worker.done(unit);
        long before = cpuNanos.getAsLong();
        Frame frame = worker.done(unit);
        long taken = cpuNanos.getAsLong() - before;
        Map<Tier, Integer> counts = new EnumMap<>(Tier.class);
        ByteBuffer rows = ByteBuffer.wrap(frame.rows()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frame.count(); i++) {
            counts.merge(Row.get(rows).tier(), 1, Integer::sum);
        }
        SequencedMap<String, Integer> tiers = new LinkedHashMap<>();
        counts.forEach((tier, count) -> tiers.put(tier.name(), count));
        return new Forecast(frame.count(), tiers, (double) taken / Math.max(1, frame.count() + frame.refused()));
    }
}
