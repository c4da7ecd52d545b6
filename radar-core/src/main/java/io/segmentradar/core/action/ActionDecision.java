package io.segmentradar.core.action;

import io.segmentradar.core.action.policy.PolicyStage;
import io.segmentradar.core.kpi.Label;

/** What became of a candidate. */
public sealed interface ActionDecision {
    /** In the plan: somebody does it. */
    record Planned() implements ActionDecision {}

    /** Chosen, but held out by lot, so that the effect of the others can be measured against it. */
    record Control() implements ActionDecision {}

    /** Not in the plan. */
    record Dropped(PolicyStage stage, Label whyNot) implements ActionDecision {}
}
