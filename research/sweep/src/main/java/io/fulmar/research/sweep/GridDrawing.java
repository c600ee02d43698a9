package io.fulmar.research.sweep;

import java.util.List;
import java.util.Map;

/** Every combination of a space, box by box. */
final class GridDrawing implements Drawing {
    private final Space space;
    private final Tiling tiling;
    private final long[] firsts;

    GridDrawing(Space space) {
        this.space = space;
        this.tiling = Tiling.of(space, Drawing.wanted(space.size()));
        this.firsts = new long[tiling.units() + 1];
        for (int unit = 0; unit < tiling.units(); unit++) {
            firsts[unit + 1] = firsts[unit] + tiling.volume(unit);
        }
    }

    @Override
    public int units() {
        return tiling.units();
    }

    @Override
    public int unitsOfGeneration() {
        return tiling.units();
    }

    @Override
    public Part part(int unit) {
        return new Part(firsts[unit], (int) (firsts[unit + 1] - firsts[unit]), List.of());
    }

    @Override
    public long[] numbers(WorkUnit unit) {
        return tiling.numbers(space, unit.number());
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public void tell(int generation, Map<Long, Row> results) {
        // all is known beforehand
    }
}
