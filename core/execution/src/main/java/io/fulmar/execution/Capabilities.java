package io.fulmar.execution;

import io.fulmar.domain.OrderKind;

/** Which order kinds a venue holds itself. What it lacks the desk holds and triggers: later by one look at the market. */
public record Capabilities(boolean stops, boolean takeProfits, boolean trailingStops) {
    public static final Capabilities ALL = new Capabilities(true, true, true);
    public static final Capabilities PLAIN = new Capabilities(false, false, false);

    public boolean holds(OrderKind kind) {
        return switch (kind) {
            case OrderKind.Market ignored -> true;
            case OrderKind.Limit ignored -> true;
            case OrderKind.Stop ignored -> stops;
            case OrderKind.StopLimit ignored -> stops;
            case OrderKind.TakeProfit ignored -> takeProfits;
            case OrderKind.TrailingStop ignored -> trailingStops;
        };
    }
}
