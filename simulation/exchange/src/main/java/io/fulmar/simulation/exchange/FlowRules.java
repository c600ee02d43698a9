package io.fulmar.simulation.exchange;

import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;

/**
 * What the simulated venue on quotes, trades and books charges and assumes.
 *
 * @param slippage against a taker where no book is known, only trades
 */
public record FlowRules(
        Latency latency, QueueModel queue, Fills fills, Impact impact, FeeSchedule fees, Rate slippage) {

    /** Ten milliseconds each way, nobody ahead ever cancels, partial fills, no fees. */
    public static FlowRules plain() {
        return new FlowRules(
                new ConstantLatency(10_000_000, 10_000_000),
                new RiskAverseQueue(),
                Fills.PARTIAL,
                Impact.NONE,
                FeeSchedule.flat(Rate.ZERO, Rate.ZERO),
                Rate.ZERO);
    }

    public FlowRules withLatency(Latency other) {
        return new FlowRules(other, queue, fills, impact, fees, slippage);
    }

    public FlowRules withQueue(QueueModel other) {
        return new FlowRules(latency, other, fills, impact, fees, slippage);
    }

    public FlowRules withFills(Fills other) {
        return new FlowRules(latency, queue, other, impact, fees, slippage);
    }

    public FlowRules withFees(FeeSchedule other) {
        return new FlowRules(latency, queue, fills, impact, other, slippage);
    }

    public FlowRules withImpact(Impact other) {
        return new FlowRules(latency, queue, fills, other, fees, slippage);
    }

    public FlowRules withSlippage(Rate other) {
        return new FlowRules(latency, queue, fills, impact, fees, other);
    }

    long slipped(Side side, long ticks) {
        return new ExchangeRules(Rate.ZERO, Rate.ZERO, slippage, IntrabarPath.WORST).slipped(side, ticks);
    }
}
