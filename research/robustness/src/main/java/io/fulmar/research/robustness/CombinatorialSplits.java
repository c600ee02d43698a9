package io.fulmar.research.robustness;

import java.util.ArrayList;
import java.util.List;

/**
 * Combinatorial purged cross-validation (Lopez de Prado 2018): days are cut into groups, and every choice of {@code held} of them is held out once.
 * Put together, the held-out groups make whole histories, each fitted on other data: C(N,k) splits, k/N of that many paths.
 *
 * @param groups into how many groups days are cut
 * @param held how many are held out at once
 */
record CombinatorialSplits(int groups, int held) {
    private static final int GROUPS_MAX = 20;

    /** 45 splits, 9 paths. */
    public static final CombinatorialSplits USUAL = new CombinatorialSplits(10, 2);

    public CombinatorialSplits {
        if (groups < 2 || groups > GROUPS_MAX || held < 1 || held >= groups) {
            throw new IllegalArgumentException(held + " of " + groups + " groups cannot be held out");
        }
    }

    /** The held-out groups of every split as bits, in the order of the groups' names. */
    public List<Integer> splits() {
        List<Integer> splits = new ArrayList<>();
        for (int mask = 0; mask < 1 << groups; mask++) {
            if (Integer.bitCount(mask) == held) splits.add(mask);
        }
        return List.copyOf(splits);
    }

    /** How many whole histories the held-out groups make. */
    public int paths() {
        return splits().size() * held / groups;
    }

    /** For each path and group the split whose held-out group it takes: the path-th one that holds that group out. */
    public int[][] pathSplits() {
        List<Integer> splits = splits();
        int[][] taken = new int[paths()][groups];
        int[] next = new int[groups];
        for (int split = 0; split < splits.size(); split++) {
            for (int group = 0; group < groups; group++) {
                if ((splits.get(split) >>> group & 1) != 0) taken[next[group]++][group] = split;
            }
        }
        return taken;
    }

    /** The first of so many days that belongs to a group; of the group behind the last, their number. */
    public int firstDay(int group, int days) {
        return (int) ((long) group * days / groups);
    }

    /**
     * Which days a split may learn from: none that is held out, none within {@code purge} days before a held-out group, whose trades could reach into
     * it, and none within {@code embargo} days behind one, whose indicators still remember it.
     */
    public boolean[] learns(int split, int days, int purge, int embargo) {
        int mask = splits().get(split);
        boolean[] learns = new boolean[days];
        for (int day = 0; day < days; day++) learns[day] = true;
        for (int group = 0; group < groups; group++) {
            if ((mask >>> group & 1) == 0) continue;
            int from = Math.max(0, firstDay(group, days) - purge);
            int to = Math.min(days, firstDay(group + 1, days) + embargo);
            for (int day = from; day < to; day++) learns[day] = false;
        }
        return learns;
    }
}
