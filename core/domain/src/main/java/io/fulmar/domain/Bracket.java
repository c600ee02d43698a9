package io.fulmar.domain;

/** What protects a position from the moment its entry fills: each part may be {@link Distance#NONE}. One cancels the others. */
public record Bracket(Distance stop, Distance target, Distance trail) {
    public static final Bracket NONE = new Bracket(Distance.NONE, Distance.NONE, Distance.NONE);

    public boolean present() {
        return stop.present() || target.present() || trail.present();
    }
}
