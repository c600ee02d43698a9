package io.fulmar.market;

import io.fulmar.domain.Timeframe;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars of several timeframes made together: the finest of trades, each coarser one of the finest bars below it that fit. They are the bars that
 * each would have been if made of trades alone, for a fraction of the work.
 */
public final class Cascade {
    private final TimeFold finest;
    private final List<Stage> stages = new ArrayList<>();

    /** One timeframe: its bars, how many the next ones have taken, and the bar that is being made of finer ones. */
    private static final class Stage {
        final Timeframe timeframe;
        final MadeBars bars = new MadeBars(16);
        final Grid grid;
        final OpenBar running = new OpenBar();
        final int source;
        int taken;
        boolean begun;

        Stage(Timeframe timeframe, int source) {
            this.timeframe = timeframe;
            this.grid = new Grid.Even(timeframe);
            this.source = source;
        }

        void take(MadeBars finer) {
            for (; taken < finer.size(); taken++) {
                long time = finer.openTimes()[taken];
                if (time >= grid.until) {
                    finish();
                    grid.moveTo(time);
                    running.begin(grid.from, finer.opens()[taken], begun || time == grid.from ? 0 : MadeBars.LATE);
                    begun = true;
                }
                running.bar(finer, taken);
                if (finer.closeTimes()[taken] == grid.until) {
                    finish();
                }
            }
        }

        void finish() {
            if (!running.isEmpty()) {
                bars.append(running, grid.until);
                running.nothing(0);
            }
        }
    }

    /** From the finest to the coarsest; the finest must divide all others. */
    public Cascade(List<Timeframe> timeframes) {
        for (int i = 0; i < timeframes.size(); i++) {
            Timeframe timeframe = timeframes.get(i);
            int source = i - 1;
            while (source >= 0 && !timeframes.get(source).divides(timeframe)) {
                source--;
            }
            if (i > 0 && (source < 0 || timeframes.get(i - 1).compareTo(timeframe) >= 0)) {
                throw new IllegalArgumentException(
                        "bars of " + timeframe + " cannot be made of bars of " + timeframes.getFirst()
                                + ": say them from the finest to the coarsest, the finest dividing all");
            }
            stages.add(new Stage(timeframe, source));
        }
        finest = new TimeFold(new Grid.Even(timeframes.getFirst()));
    }

    /** Takes the trades in {@code [from, to)}. */
    public void take(long[] times, long[] ticks, long[] lots, int from, int to) {
        Stage first = stages.getFirst();
        int before = first.bars.size();
        finest.take(times, ticks, lots, from, to, first.bars);
        if (first.bars.size() != before) {
            spread();
        }
    }

    private void spread() {
        for (int i = 1; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            stage.take(stages.get(stage.source).bars);
        }
    }

    /** Something is missing between the last trade and the next. */
    public void gap() {
        if (finest.isEmpty()) {
            for (Stage stage : stages.subList(1, stages.size())) {
                stage.running.flags |= MadeBars.GAP;
            }
        } // else the finest bar hands it on
        finest.gap();
    }

    /** It is that time now, and all trades before it have come. */
    public void clock(long time) {
        finest.clock(time, stages.getFirst().bars);
        for (Stage stage : stages.subList(1, stages.size())) {
            stage.take(stages.get(stage.source).bars);
            if (time >= stage.grid.until) {
                stage.finish();
            }
        }
    }

    /** No trade follows, ever. */
    public void end() {
        finest.end(stages.getFirst().bars);
        for (int i = 1; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            stage.take(stages.get(stage.source).bars);
            stage.running.flags |= MadeBars.UNFINISHED;
            stage.finish();
        }
    }

    /** The bars of that timeframe so far. */
    public MadeBars bars(Timeframe timeframe) {
        return stages.stream()
                .filter(stage -> stage.timeframe.equals(timeframe))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bars of " + timeframe + " are made here"))
                .bars;
    }

    /** Forgets the finished bars and keeps the running ones: for whoever has taken them. */
    public void clear() {
        for (Stage stage : stages) {
            stage.bars.clear();
            stage.taken = 0;
        }
    }
}
