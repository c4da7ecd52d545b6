package io.segmentradar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.segmentradar.core.action.plan.ActionPlan;
import io.segmentradar.core.kpi.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainJsonTest {
    private static final String PLAN =
            "{\"planned\":3,\"control\":0,\"expectedValue\":5,\"objective\":1,\"greedyObjective\":1,\"bound\":1,\"limits\":[],\"relaxed\":%s}";

    @Test
    void aSentenceStoredInEnglishAloneIsReadAsItWas() {
        ActionPlan plan = DomainJson.read(PLAN.formatted("[\"minimum of RISK: 3 instead of 5\"]"), ActionPlan.class);

        String said = "minimum of RISK: 3 instead of 5";
        assertEquals(List.of(new Label(said, said)), plan.relaxed());
    }

    @Test
    void whatIsNoSentenceIsRefused() {
        assertThrows(StoreException.class, () -> DomainJson.read(PLAN.formatted("[7]"), ActionPlan.class));
    }

    @Test
    void sentencesInBothLanguagesComeBack() {
        ActionPlan plan = ActionPlan.EMPTY.with(0, 0, List.of(new Label("최소 5건 대신 3건", "3 instead of at least 5")));

        assertEquals(plan, DomainJson.read(DomainJson.write(plan), ActionPlan.class));
    }
}
