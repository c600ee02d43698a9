package io.fulmar.market;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** Tells of bars whether they lie inside a session. It remembers the zone's offset until that changes, so that a bar costs no look-up. */
public final class SessionClock {
    static final long SECOND = 1_000_000_000L;
    private static final long DAY = Session.DAY_SECONDS * SECOND;

    /** No exchange rests for longer. */
    private static final int DAYS_SHUT_MAX = 400;

    private final Session session;
    private final ZoneRules rules;
    private final boolean[] days = new boolean[7];
    private long offsetFrom = Long.MAX_VALUE;
    private long offsetUntil = Long.MIN_VALUE;
    private long offset;
    private long dayKnown = Long.MIN_VALUE;
    private long dayEnds;
    private long opens;
    private long closes;

    public SessionClock(Session session) {
        this.session = session;
        this.rules = session.zone().getRules();
        session.days().forEach(day -> days[day.getValue() - 1] = true);
    }

    /** Whether a bar lies inside the session as a whole: it opens at the session's beginning or later and closes at its end or before. */
    public boolean covers(long openTime, long closeTime) {
        if (openTime < offsetFrom || openTime >= offsetUntil) {
            look(openTime);
        }
        long local = openTime + offset;
        long day = Math.floorDiv(local, DAY);
        long open = local - day * DAY;
        long close = open + (closeTime - openTime);
        if (within(open, close, day) || within(open + DAY, close + DAY, day - 1)) {
            return true;
        }
        return session.nanos() == DAY && touching(openTime, closeTime, open);
    }

    /** Sessions of a whole day follow each other without a pause: a bar may lie in two. */
    private boolean touching(long openTime, long closeTime, long open) {
        long from = session.fromSecond() * SECOND;
        long border = openTime + (open < from ? from - open : from + DAY - open);
        return border < closeTime && closeTime - border <= DAY && covers(openTime, border) && covers(border, closeTime);
    }

    private boolean within(long open, long close, long day) {
        return open >= session.fromSecond() * SECOND && close <= ends(day);
    }

    /** When the session that begins on that day ends, from the day's midnight on; never if none begins. */
    private long ends(long day) {
        if (day != dayKnown) {
            dayKnown = day;
            // 1970-01-01 was a Thursday
            boolean begins = days[(int) Math.floorMod(day + 3, 7L)];
            dayEnds = begins ? session.holidays().end(day, session.toSecond()) * SECOND : Long.MIN_VALUE;
        }
        return dayEnds;
    }

    /** Moves to the session that holds this moment; false when none does, and then it stands before the next one. */
    boolean moveTo(long time) {
        if (time < offsetFrom || time >= offsetUntil) {
            look(time);
        }
        long today = Math.floorDiv(time + offset, DAY);
        for (long day = today - 1; day <= today + DAYS_SHUT_MAX; day++) {
            long end = ends(day);
            if (end > session.fromSecond() * SECOND) {
                opens = moment(day, session.fromSecond());
                closes = moment(day, end / SECOND);
                if (time < closes) {
                    return time >= opens;
                }
            }
        }
        opens = Long.MAX_VALUE;
        closes = Long.MAX_VALUE;
        return false;
    }

    private long moment(long day, long second) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(day * Session.DAY_SECONDS + second, 0, ZoneOffset.UTC);
        return local.toEpochSecond(rules.getOffset(local)) * SECOND;
    }

    /** When the session begins that {@link #moveTo} found. */
    long opens() {
        return opens;
    }

    /** When it ends. */
    long closes() {
        return closes;
    }

    private void look(long time) {
        Instant moment = Instant.ofEpochSecond(Math.floorDiv(time, SECOND));
        offset = rules.getOffset(moment).getTotalSeconds() * SECOND;
        @Nullable ZoneOffsetTransition next = rules.nextTransition(moment);
        offsetFrom = moment.getEpochSecond() * SECOND;
        offsetUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond() * SECOND;
    }
}
