package io.fulmar.market;

import io.fulmar.domain.Timeframe;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where time bars begin and end. It stands at one bar and is moved; asking anew is dear, comparing with {@link #until} is not. */
abstract sealed class Grid {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY_SECONDS = 86_400;

    /** The bar it stands at begins here. */
    long from = Long.MIN_VALUE;

    /** It ends here; where there is no bar, one may begin here. */
    long until = Long.MIN_VALUE;

    /** Moves to the bar that holds this moment; false when none does. */
    abstract boolean moveTo(long time);

    /** Bars of one length on UTC boundaries. */
    static final class Even extends Grid {
        private final Timeframe timeframe;

        Even(Timeframe timeframe) {
            this.timeframe = timeframe;
        }

        @Override
        boolean moveTo(long time) {
            from = timeframe.floor(time);
            until = Math.addExact(from, timeframe.nanos());
            return true;
        }
    }

    /** So many calendar months, UTC, counted from January of year 0. */
    static final class Months extends Grid {
        private final int count;

        Months(int count) {
            this.count = count;
        }

        @Override
        boolean moveTo(long time) {
            LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(time, DAY_SECONDS * SECOND));
            long month = day.getYear() * 12L + day.getMonthValue() - 1;
            long first = month - Math.floorMod(month, (long) count);
            from = start(first);
            until = start(first + count);
            return true;
        }

        private static long start(long month) {
            LocalDate day = LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
            return Math.multiplyExact(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond(), SECOND);
        }
    }

    /** Bars of one length from each opening of a session on; its last one may be shorter. */
    static final class Trading extends Grid {
        private final SessionClock clock;
        private final long nanos;

        Trading(Timeframe timeframe, Session session) {
            this.clock = new SessionClock(session);
            this.nanos = timeframe.nanos();
        }

        @Override
        boolean moveTo(long time) {
            if (!clock.moveTo(time)) {
                from = time;
                until = clock.opens();
                return false;
            }
            from = clock.opens() + (time - clock.opens()) / nanos * nanos;
            until = Math.min(from + nanos, clock.closes());
            return true;
        }
    }
}
