package io.segmentradar.http;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.casework.AlertCase;
import io.segmentradar.core.casework.CaseBook;
import io.segmentradar.core.casework.CaseChange;
import io.segmentradar.core.casework.CaseEvent;
import io.segmentradar.core.casework.CaseOutcome;
import io.segmentradar.core.casework.CaseSubject;
import io.segmentradar.core.casework.OutcomeEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A case book that forgets with the process: the module knows no database. */
final class MemoryCases implements CaseBook {
    private final Map<String, AlertCase> cases = new HashMap<>();
    private final List<CaseEvent> events = new ArrayList<>();
    private final Map<String, OutcomeEntry> outcomes = new HashMap<>();

    @Override
    public synchronized List<AlertCase> cases() {
        return List.copyOf(cases.values());
    }

    @Override
    public synchronized AlertCase of(Alert alert) {
        return cases.getOrDefault(alert.id(), AlertCase.untouched(alert));
    }

    @Override
    public synchronized List<CaseEvent> history(CaseSubject subject) {
        return events.stream()
                .filter(event -> event.after().subject().equals(subject))
                .toList();
    }

    @Override
    public synchronized CaseOutcome change(Alert alert, CaseChange change, String actor, Instant at) {
        CaseOutcome outcome = of(alert).apply(change, actor, at);
        if (outcome instanceof CaseOutcome.Changed changed) {
            cases.put(alert.id(), changed.now());
            events.add(new CaseEvent(changed.now(), change.note()));
        }
        return outcome;
    }

    @Override
    public synchronized void record(List<OutcomeEntry> entries) {
        entries.forEach(entry -> outcomes.put(entry.actionId(), entry));
    }

    @Override
    public synchronized List<OutcomeEntry> outcomes() {
        return List.copyOf(outcomes.values());
    }
}
