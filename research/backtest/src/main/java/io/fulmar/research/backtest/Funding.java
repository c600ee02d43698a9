package io.fulmar.research.backtest;

import io.fulmar.market.Bars;
import io.fulmar.simulation.exchange.FundingSchedule;
import io.fulmar.simulation.exchange.FundingSchedule.Settlement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The funding of one perpetual over the time of its bars.
 *
 * @param hash SHA-256 over times, rates and marks
 * @param holes stretches without the settlements that should be there
 * @param missing how many those are
 */
public record Funding(FundingSchedule schedule, String hash, List<Hole> holes, long missing) {
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;

    /** Venues stamp a settlement some moments late. */
    private static final long LATE_MAX = 60 * SECOND;

    /** Spacings less frequent than this share of all are holes, not rules. */
    private static final int REGULAR_SHARE = 10;

    /** From one settlement to the next that is there. */
    public record Hole(long fromNanos, long untilNanos) {}

    public Funding {
        holes = List.copyOf(holes);
    }

    /** Checks what a file holds against the clock and cuts it to the time of the bars. */
    static Funding of(Path file, List<Settlement> all, Bars bars) {
        long from = bars.openTime(0);
        long until = bars.closeTime(bars.size() - 1);
        List<Long> spacings = spacings(all);
        aligned(file, all, spacings.getFirst());
        long spacing = spacings.getLast();
        List<Settlement> within = all.stream()
                .filter(s -> s.timeNanos() > from && s.timeNanos() <= until)
                .toList();
        if (within.isEmpty()) {
            throw DataException.in(file, DataFault.FUNDING_ELSEWHERE, "no settlement lies in the time of the bars");
        }
        List<Hole> holes = holes(all, spacing, from, until);
        long missing = holes.stream()
                .mapToLong(hole -> Math.max(1, (hole.untilNanos - hole.fromNanos + HOUR / 2) / spacing - 1))
                .sum();
        return new Funding(new FundingSchedule(within), hash(within), holes, missing);
    }

    /** Settlements made up, which have no holes. */
    public static Funding generated(List<Settlement> settlements) {
        return new Funding(new FundingSchedule(settlements), hash(settlements), List.of(), 0);
    }

    /**
     * The times between two settlements that are the rule, shortest first: venues change them now and then. What is seen more seldom is a
     * hole.
     */
    private static List<Long> spacings(List<Settlement> all) {
        Map<Long, Integer> seen = new TreeMap<>();
        for (int i = 1; i < all.size(); i++) {
            seen.merge(Math.max(HOUR, between(all.get(i - 1), all.get(i))), 1, Integer::sum);
        }
        int most = seen.values().stream().max(Integer::compare).orElse(0);
        List<Long> regular = new ArrayList<>();
        seen.forEach((spacing, count) -> {
            boolean often = count > 1 && count * REGULAR_SHARE >= all.size() - 1;
            if (often || (count == most && regular.isEmpty())) {
                regular.add(spacing);
            }
        });
        return regular.isEmpty() ? List.of(8 * HOUR) : regular;
    }

    /** In whole hours: the stamps are some moments off. */
    private static long between(Settlement one, Settlement next) {
        return Math.round((double) (next.timeNanos() - one.timeNanos()) / HOUR) * HOUR;
    }

    /** All venues settle on whole UTC hours that their spacing, or four hours, divides. */
    private static void aligned(Path file, List<Settlement> all, long spacing) {
        long grid = Math.min(spacing, 4 * HOUR);
        for (int i = 0; i < all.size(); i++) {
            long past = Math.floorMod(all.get(i).timeNanos(), grid);
            if (past > LATE_MAX && grid - past > LATE_MAX) {
                throw DataException.at(
                        file,
                        i + 2L,
                        "time",
                        DataFault.FUNDING_MISALIGNED,
                        "every " + spacing / HOUR + " h, but not on the hours at which venues settle");
            }
        }
    }

    private static List<Hole> holes(List<Settlement> all, long spacing, long from, long until) {
        List<Hole> holes = new ArrayList<>();
        long before = Long.MIN_VALUE;
        for (Settlement settlement : all) {
            long time = settlement.timeNanos();
            long since = before == Long.MIN_VALUE ? from : before;
            if (time > from && since < until && time - since > spacing + LATE_MAX * 2) {
                holes.add(new Hole(Math.max(since, from), Math.min(time, until)));
            }
            before = time;
        }
        if (until - before > spacing + LATE_MAX * 2) {
            holes.add(new Hole(Math.max(before, from), until));
        }
        return holes;
    }

    private static String hash(List<Settlement> settlements) {
        ByteBuffer bytes = ByteBuffer.allocate(settlements.size() * 4 * Long.BYTES);
        for (Settlement each : settlements) {
            bytes.putLong(each.timeNanos())
                    .putLong(each.rate().numerator())
                    .putLong(each.rate().denominator())
                    .putLong(each.markTicks());
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("funding".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
