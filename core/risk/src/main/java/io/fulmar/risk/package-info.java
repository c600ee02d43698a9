/**
 * Turns an order into Approved or Refused; limits, breakers and cooldowns.
 *
 * <pre>
 * order, amend, trigger --> Risk --> Verdict: Pass(Approved) | No(Refusal, why)
 *                            ^
 * facts: approved, filled, day rolled, breaker tripped or reset
 * market: bars, gaps ------> RiskEvents for the journal, which come back as facts
 * </pre>
 *
 * <p>A question never changes an answer: judging reads state, only facts change it, so a desk that folds the same facts has the same
 * breakers and windows without asking a strategy. What reduces a position passes by every limit. docs/risk.md lists the controls.
 *
 * <p>May know: {@code domain}, {@code portfolio}. Start with {@link io.fulmar.risk.Risk}, then {@link io.fulmar.risk.Control}.
 */
@NullMarked
package io.fulmar.risk;

import org.jspecify.annotations.NullMarked;
