package io.fulmar.domain;

/** What the risk room decided on its own. */
public sealed interface RiskEvent extends Event {
    /** A signal that never became an order. */
    record SignalRefused(int seat, long instrument, Refusal refusal, String detail) implements RiskEvent {}

    record BreakerTripped(Breaker breaker, long instrument, long untilNanos, String detail) implements RiskEvent {}

    record BreakerReset(Breaker breaker, long instrument) implements RiskEvent {}

    /** An order's money or evidence contradicts what we believed: new risk on the instrument is barred until someone looks. */
    record InstrumentHalted(long instrument, String reason) implements RiskEvent {}

    /** What opens by itself when something goes wrong. */
    enum Breaker {
        TRADE_VOLUME,
        LIQUIDITY,
        DAILY_DRAWDOWN,
        DATA_INTEGRITY
    }
}
