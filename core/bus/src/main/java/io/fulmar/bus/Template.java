package io.fulmar.bus;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of records in a journal, by the number that stands in their bytes. A number once used is never used again. */
public enum Template {
    INTENDED(Family.ORDER, 1),
    APPROVED(Family.ORDER, 2),
    REFUSED(Family.ORDER, 3),
    TRIGGERED(Family.ORDER, 4),
    CANCEL_ASKED(Family.ORDER, 5),
    AMEND_ASKED(Family.ORDER, 6),
    ACKNOWLEDGED(Family.ORDER, 7),
    REJECTED(Family.ORDER, 8),
    CANCELLED(Family.ORDER, 9),
    EXPIRED(Family.ORDER, 10),
    CANCEL_REJECTED(Family.ORDER, 11),
    CANCEL_UNANSWERED(Family.ORDER, 12),
    AMENDED(Family.ORDER, 13),
    AMEND_REJECTED(Family.ORDER, 14),
    AMEND_UNANSWERED(Family.ORDER, 15),
    OUTCOME_UNKNOWN(Family.ORDER, 16),
    NEVER_ACCEPTED(Family.ORDER, 17),
    ADOPTED(Family.ORDER, 18),
    FILLED(Family.FILL, 32),
    BUSTED(Family.FILL, 33),
    ENTER(Family.SIGNAL, 48),
    EXIT(Family.SIGNAL, 49),
    WITHDRAW(Family.SIGNAL, 50),
    BAR_CLOSED(Family.MARKET_DATA, 64),
    GAP(Family.MARKET_DATA, 65),
    SIGNAL_REFUSED(Family.RISK, 80),
    BREAKER_TRIPPED(Family.RISK, 81),
    BREAKER_RESET(Family.RISK, 82),
    INSTRUMENT_HALTED(Family.RISK, 83),
    SET_MODE(Family.COMMAND, 96),
    FLATTEN(Family.COMMAND, 97),
    CANCEL_ALL(Family.COMMAND, 98),
    PAUSE_SEAT(Family.COMMAND, 99),
    RESUME_INSTRUMENT(Family.COMMAND, 100),
    DAY_ROLLED(Family.TIMER, 112),
    SEAT_TIMER(Family.TIMER, 113),
    ACCOUNT_OPENED(Family.RUN, 128),
    INSTRUMENT_LISTED(Family.RUN, 129),
    SEAT_TAKEN(Family.RUN, 130),
    DATA_SET(Family.RUN, 131),
    SKIPPED(Family.RUN, 132),
    TERMS_AGREED(Family.RUN, 133),
    FUNDING_SETTLED(Family.ACCOUNT, 144),
    DEFICIT_COVERED(Family.ACCOUNT, 145);

    private static final int IDS = 256;
    private static final Template[][] BY_ID = byId();

    private final Family family;
    private final int id;

    Template(Family family, int id) {
        this.family = family;
        this.id = id;
    }

    public Family family() {
        return family;
    }

    public int id() {
        return id;
    }

    /** Whether it records what the desk decided: what verification decides again and compares. */
    public boolean decision() {
        return this == INTENDED || this == CANCEL_ASKED || this == AMEND_ASKED;
    }

    /** All of a family. */
    public static Set<Template> all(Family family) {
        Set<Template> all = EnumSet.allOf(Template.class);
        all.removeIf(template -> template.family != family);
        return all;
    }

    static Template of(int id) {
        if (id < 0 || id >= IDS || BY_ID[id].length == 0) {
            throw new BusException(BusException.Fault.UNKNOWN_TEMPLATE, "template " + id + " is not of this version");
        }
        return BY_ID[id][0];
    }

    private static Template[][] byId() {
        Template[][] table = new Template[IDS][0];
        for (Template template : values()) {
            table[template.id] = new Template[] {template};
        }
        return table;
    }

    /** The families of events, as the glossary has them. */
    public enum Family {
        MARKET_DATA,
        SIGNAL,
        ORDER,
        FILL,
        RISK,
        COMMAND,
        TIMER,
        RUN,
        ACCOUNT
    }
}
