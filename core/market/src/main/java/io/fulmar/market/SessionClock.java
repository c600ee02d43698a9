package io.fulmar.market;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** Tells of bars whether they lie inside a session. It remembers the zone's offset until that changes, so that a bar costs no look-up. */
public final class SessionClock {
    static final long SECOND = 1_000_000_000L;
    private static final long DAY = Session.DAY_SECONDS * SECOND;

    private final Session session;
    private final ZoneRules rules;
    private final boolean[] days = new boolean[7];
    private long offsetFrom = Long.MAX_VALUE;
    private long offsetUntil = Long.MIN_VALUE;
    private long offset;

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
        long opens = local - day * DAY;
        long closes = opens + (closeTime - openTime);
        return within(opens, closes, day) || within(opens + DAY, closes + DAY, day - 1);
    }

    private boolean within(long opens, long closes, long day) {
        // 1970-01-01 was a Thursday
        return opens >= session.fromSecond() * SECOND
                && closes <= session.toSecond() * SECOND
                && days[(int) Math.floorMod(day + 3, 7L)];
    }

    private void look(long time) {
        Instant moment = Instant.ofEpochSecond(Math.floorDiv(time, SECOND));
        offset = rules.getOffset(moment).getTotalSeconds() * SECOND;
        @Nullable ZoneOffsetTransition next = rules.nextTransition(moment);
        offsetFrom = moment.getEpochSecond() * SECOND;
        offsetUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond() * SECOND;
    }
}
