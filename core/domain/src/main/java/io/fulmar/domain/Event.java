package io.fulmar.domain;

/**
 * An immutable fact. The envelope around it (stream, epoch, sequence, times, cause, schema version) belongs to the bus; here is what
 * happened. A new kind of event fails to compile wherever it is not handled.
 */
public sealed interface Event
        permits MarketDataEvent,
                SignalEvent,
                OrderEvent,
                FillEvent,
                AccountEvent,
                RiskEvent,
                Command,
                TimerEvent,
                RunEvent {}
