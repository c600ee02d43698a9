package io.fulmar.execution;

/** What an event made of an order, and what it calls for. */
public record Step(OrderState state, Consequence consequence) {
    static Step to(OrderState state) {
        return new Step(state, Consequence.NONE);
    }

    static Step page(OrderState state, String reason) {
        return new Step(state, new Consequence.Page(reason));
    }

    static Step halt(OrderState state, String reason) {
        return new Step(state, new Consequence.Halt(reason));
    }

    static Step query(OrderState state, String reason) {
        return new Step(state, new Consequence.Query(reason));
    }

    static Step contradiction(OrderState state, String reason) {
        return new Step(state, new Consequence.Contradiction(reason));
    }
}
