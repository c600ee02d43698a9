package io.fulmar.strategy;

import java.util.List;
import java.util.Optional;

/**
 * What a strategy is made of before it trades: the plan it draws, if it is one, and the series it declares, in that order and as often.
 *
 * @param declared it is warm once each of these has a value
 */
public record Sketch(Optional<Plan> plan, List<Value> declared) {}
