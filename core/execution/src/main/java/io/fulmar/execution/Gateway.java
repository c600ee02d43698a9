package io.fulmar.execution;

import io.fulmar.risk.Action;
import io.fulmar.risk.Approved;

/** The way orders take to a venue. It accepts nothing but what risk let pass; what came of it arrives as {@link Reports}. */
public interface Gateway {
    /** Called once, before anything else. */
    void connect(Reports reports, LastPrices prices);

    Capabilities capabilities();

    void submit(Approved<Action.Submit> permit);

    void amend(Approved<Action.Amend> permit);

    void cancel(Approved<Action.Cancel> permit);
}
