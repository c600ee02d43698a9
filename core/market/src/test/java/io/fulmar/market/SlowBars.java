package io.fulmar.market;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Bars by their definitions, said with lists of trades and without regard for speed. */
final class SlowBars {
    record Trade(long time, long price, long lots, boolean afterGap) {}

    record Row(
            long openTime,
            long closeTime,
            long open,
            long high,
            long low,
            long close,
            long lots,
            BigInteger value,
            int trades,
            int flags) {
        Row with(long openTime, long closeTime, long open, long high, long low, long close) {
            return new Row(openTime, closeTime, open, high, low, close, lots, value, trades, flags);
        }
    }

    /** Where the bar that holds a time begins and ends; empty where none does. */
    interface Frame {
        long[] of(long time);
    }

    private SlowBars() {}

    static Row row(long openTime, long closeTime, List<Trade> trades, int flags) {
        return new Row(
                openTime,
                closeTime,
                trades.getFirst().price,
                trades.stream().mapToLong(Trade::price).max().orElseThrow(),
                trades.stream().mapToLong(Trade::price).min().orElseThrow(),
                trades.getLast().price,
                trades.stream().mapToLong(Trade::lots).sum(),
                value(trades),
                trades.size(),
                flags);
    }

    static BigInteger value(List<Trade> trades) {
        return trades.stream()
                .map(trade -> BigInteger.valueOf(trade.price).multiply(BigInteger.valueOf(trade.lots)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    static List<Row> time(List<Trade> trades, Frame frame, boolean ended) {
        var groups = new TreeMap<Long, List<Integer>>();
        for (int i = 0; i < trades.size(); i++) {
            long[] bar = frame.of(trades.get(i).time);
            if (bar.length > 0) {
                groups.computeIfAbsent(bar[0], _ -> new ArrayList<>()).add(i);
            }
        }
        var rows = new ArrayList<Row>();
        groups.forEach((start, group) -> {
            List<Trade> held = group.stream().map(trades::get).toList();
            boolean over = group.getLast() < trades.size() - 1;
            if (over || ended) {
                boolean late = group.contains(0) && start < held.getFirst().time;
                boolean holed = group.stream().anyMatch(i -> holed(trades, i));
                int flags = (late ? MadeBars.LATE : 0) | (holed ? MadeBars.GAP : 0) | (over ? 0 : MadeBars.UNFINISHED);
                rows.add(row(start, frame.of(held.getFirst().time)[1], held, flags));
            }
        });
        return rows;
    }

    /** A hole lies before this trade or after it: both bars that touch it are not whole. */
    private static boolean holed(List<Trade> all, int i) {
        return all.get(i).afterGap || (i + 1 < all.size() && all.get(i + 1).afterGap);
    }

    static List<Row> full(List<Trade> trades, Predicate<List<Trade>> full, boolean ended) {
        var rows = new ArrayList<Row>();
        var bar = new ArrayList<Trade>();
        for (Trade trade : trades) {
            bar.add(trade);
            if (full.test(bar)) {
                rows.add(tradeDriven(rows, bar, 0));
                bar.clear();
            }
        }
        if (ended && !bar.isEmpty()) {
            rows.add(tradeDriven(rows, bar, MadeBars.UNFINISHED));
        }
        return rows;
    }

    private static Row tradeDriven(List<Row> before, List<Trade> bar, int more) {
        int flags = more | (bar.stream().anyMatch(Trade::afterGap) ? MadeBars.GAP : 0);
        long open = bar.getFirst().time;
        long close = bar.getLast().time;
        if (!before.isEmpty()) {
            open = Math.max(open, before.getLast().openTime + 1);
            close = Math.max(close, before.getLast().closeTime + 1);
        }
        return row(open, Math.max(open, close), bar, flags);
    }

    /** A brick's height as decided at that price and time. */
    interface Height {
        long at(long price, long time);
    }

    static List<Row> renko(List<Trade> trades, Height height) {
        var rows = new ArrayList<Row>();
        var since = new ArrayList<Trade>();
        var seen = new ArrayList<Long>(List.of(trades.getFirst().price));
        long[] last = {trades.getFirst().price, trades.getFirst().price};
        long size = height.at(last[1], trades.getFirst().time);
        for (Trade trade : trades) {
            since.add(trade);
            seen.add(trade.price);
            while (true) {
                long above = Math.max(last[0], last[1]) + size;
                long below = Math.min(last[0], last[1]) - size;
                if (trade.price < above && trade.price > below) {
                    break;
                }
                boolean up = trade.price >= above;
                last = up ? new long[] {above - size, above} : new long[] {below + size, below};
                rows.add(brick(rows, since, seen, trade, last, up));
                size = height.at(last[1], trade.time);
                since.clear();
                seen = new ArrayList<>();
            }
            if (seen.isEmpty()) {
                seen.add(trade.price);
            }
        }
        return rows;
    }

    private static Row brick(List<Row> rows, List<Trade> since, List<Long> seen, Trade by, long[] brick, boolean up) {
        boolean hollow = since.isEmpty();
        Row row = tradeDriven(rows, hollow ? List.of(new Trade(by.time, by.price, 0, false)) : since, 0);
        long most = seen.stream().mapToLong(p -> p).max().orElse(brick[0]);
        long least = seen.stream().mapToLong(p -> p).min().orElse(brick[0]);
        long high = up ? brick[1] : Math.max(brick[0], most);
        long low = up ? Math.min(brick[0], least) : brick[1];
        Row drawn = row.with(row.openTime, row.closeTime, brick[0], high, low, brick[1]);
        return hollow
                ? new Row(drawn.openTime, drawn.closeTime, drawn.open, high, low, drawn.close, 0, BigInteger.ZERO, 0, 0)
                : drawn;
    }

    static long[] month(long time, int count) {
        LocalDate day = Instant.ofEpochSecond(Math.floorDiv(time, 1_000_000_000L))
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1);
        while ((day.getYear() * 12 + day.getMonthValue() - 1) % count != 0) {
            day = day.minusMonths(1);
        }
        return new long[] {nanos(day), nanos(day.plusMonths(count))};
    }

    static long nanos(LocalDate day) {
        return day.toEpochDay() * 86_400_000_000_000L;
    }

    static List<Row> rows(MadeBars bars) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < bars.size(); i++) {
            rows.add(new Row(
                    bars.openTimes()[i],
                    bars.closeTimes()[i],
                    bars.opens()[i],
                    bars.highs()[i],
                    bars.lows()[i],
                    bars.closes()[i],
                    bars.lots()[i],
                    bars.value(i),
                    bars.trades()[i],
                    bars.flags()[i]));
        }
        return rows;
    }
}
