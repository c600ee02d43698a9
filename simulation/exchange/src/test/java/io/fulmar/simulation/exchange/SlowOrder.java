package io.fulmar.simulation.exchange;

import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;

/** An order of the slow twin, and where it stands by each guess about queues. */
final class SlowOrder {
    /** How an order's place in its queue is guessed. */
    enum Queue {
        RISK_AVERSE,
        POWER_2,
        LOG
    }

    Order order;
    final long number;
    long left;
    long filled;
    double ahead;
    double cumulated;
    boolean swept;

    SlowOrder(Order order, long number) {
        this.order = order;
        this.number = number;
        this.left = order.lots();
    }

    long price() {
        return ((OrderKind.Limit) order.kind()).ticks();
    }

    boolean buys() {
        return order.side() == Side.BUY;
    }

    void moved(Queue queue, double before, double after) {
        if (queue == Queue.RISK_AVERSE) {
            ahead = Math.min(ahead, after);
            return;
        }
        double change = before - after - cumulated;
        cumulated = 0;
        if (change < 0) {
            ahead = Math.min(ahead, after);
            return;
        }
        double back = before - ahead;
        double probability = f(queue, back) / (f(queue, back) + f(queue, ahead));
        if (Double.isInfinite(probability)) {
            probability = 1;
        }
        double estimate = ahead - (1 - probability) * change + Math.min(back - probability * change, 0);
        ahead = Double.isNaN(estimate) ? Math.min(ahead, after) : Math.min(estimate, after);
    }

    private static double f(Queue queue, double lots) {
        return queue == Queue.POWER_2 ? StrictMath.pow(lots, 2) : StrictMath.log(1 + lots);
    }
}
