package io.fulmar.app.fulmar;

/** Tells on stderr how far a long run is, and how long it will take: a line every ten percent, none for quick runs. */
final class Progress implements Supervisor.Onlooker {
    private static final long QUICK_MILLIS = 1000;

    private final Terminal terminal;
    private final long whole;
    private long told;

    Progress(Terminal terminal, long whole) {
        this.terminal = terminal;
        this.whole = whole;
    }

    @Override
    public void see(long done, long takenMillis) {
        long tenths = whole == 0 || done <= 0 ? 0 : done * 10 / whole;
        if (takenMillis < QUICK_MILLIS || tenths <= told || tenths >= 10) return;
        told = tenths;
        long left = takenMillis * (whole - done) / done / 1000 + 1;
        terminal.progress(tenths * 10 + " % of " + whole + " bars, about " + left + " s left");
    }
}
