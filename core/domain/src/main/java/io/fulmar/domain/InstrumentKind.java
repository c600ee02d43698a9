package io.fulmar.domain;

/** What sort of thing an instrument is; it decides how a price becomes money. */
public enum InstrumentKind {
    SPOT,
    LINEAR_PERPETUAL,
    INVERSE_PERPETUAL,
    LINEAR_FUTURE,
    INVERSE_FUTURE,
    /** Valued by its premium, which is linear whatever it settles in. */
    OPTION,
    FOREX,
    EQUITY,
    AMM_POOL;

    /** Inverse value falls as the price rises: contracts of quote currency paid in base. */
    public boolean inverse() {
        return switch (this) {
            case INVERSE_PERPETUAL, INVERSE_FUTURE -> true;
            case SPOT, LINEAR_PERPETUAL, LINEAR_FUTURE, OPTION, FOREX, EQUITY, AMM_POOL -> false;
        };
    }

    /** Whether a symbol of these terms can name an instrument of this kind. */
    boolean fits(Symbol symbol) {
        return switch (this) {
            case SPOT, FOREX, EQUITY, AMM_POOL -> symbol.terms() instanceof Symbol.Spot;
            case LINEAR_PERPETUAL -> symbol.terms() instanceof Symbol.Perpetual && !symbol.settlesInBase();
            case INVERSE_PERPETUAL -> symbol.terms() instanceof Symbol.Perpetual && symbol.settlesInBase();
            case LINEAR_FUTURE -> symbol.terms() instanceof Symbol.Dated && !symbol.settlesInBase();
            case INVERSE_FUTURE -> symbol.terms() instanceof Symbol.Dated && symbol.settlesInBase();
            case OPTION -> symbol.terms() instanceof Symbol.Option;
        };
    }

    /** The kind a symbol tells by itself; what looks like spot is spot. */
    static InstrumentKind of(Symbol symbol) {
        return switch (symbol.terms()) {
            case Symbol.Spot _ -> SPOT;
            case Symbol.Perpetual _ -> symbol.settlesInBase() ? INVERSE_PERPETUAL : LINEAR_PERPETUAL;
            case Symbol.Dated _ -> symbol.settlesInBase() ? INVERSE_FUTURE : LINEAR_FUTURE;
            case Symbol.Option _ -> OPTION;
        };
    }
}
