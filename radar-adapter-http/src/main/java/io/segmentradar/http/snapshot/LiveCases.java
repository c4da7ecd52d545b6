package io.segmentradar.http.snapshot;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.casework.AlertCase;
import io.segmentradar.core.casework.CaseBook;
import io.segmentradar.core.casework.CaseChange;
import io.segmentradar.core.casework.CaseEvent;
import io.segmentradar.core.casework.CaseOutcome;
import io.segmentradar.core.casework.CaseSubject;
import io.segmentradar.core.casework.OutcomeEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A case book with its present state in memory; writes go through. Thread-safe. */
public final class LiveCases implements CaseBook {
    private final CaseBook stored;
    private final AtomicLong version = new AtomicLong();
    private volatile State state = new State(Map.of(), Map.of());

    private record State(Map<String, AlertCase> byAlert, Map<String, OutcomeEntry> outcomes) {}

    public LiveCases(CaseBook stored) {
        this.stored = stored;
    }

    /** Takes over what others have written. */
    public void refresh() {
        Map<String, AlertCase> byAlert = new ConcurrentHashMap<>();
        stored.cases().forEach(found -> byAlert.put(found.alertId(), found));
        Map<String, OutcomeEntry> outcomes = new ConcurrentHashMap<>();
        stored.outcomes().forEach(outcome -> outcomes.put(outcome.actionId(), outcome));
        state = new State(byAlert, outcomes);
        version.incrementAndGet();
    }

    /** Grows whenever an answer may have changed. */
    public long version() {
        return version.get();
    }

    @Override
    public List<AlertCase> cases() {
        return List.copyOf(state.byAlert().values());
    }

    @Override
    public AlertCase of(Alert alert) {
        Map<String, AlertCase> cases = state.byAlert();
        AlertCase own = cases.get(alert.id());
        if (own != null || cases.isEmpty()) {
            return own != null ? own : AlertCase.untouched(alert);
        }
        CaseSubject subject = CaseSubject.of(alert);
        return cases.values().stream()
                .filter(found -> found.subject().equals(subject)
                        && found.status().isOpen()
                        && found.month().isBefore(alert.month()))
                .max(Comparator.comparing(AlertCase::month))
                .orElseGet(() -> AlertCase.untouched(alert));
    }

    @Override
    public List<CaseEvent> history(CaseSubject subject) {
        return stored.history(subject);
    }

    @Override
    public CaseOutcome change(Alert alert, CaseChange change, String actor, Instant at) {
        CaseOutcome outcome = stored.change(alert, change, actor, at);
        if (outcome instanceof CaseOutcome.Changed changed) {
            remember(changed.now());
        } else if (outcome instanceof CaseOutcome.Conflict conflict
                && conflict.current().version() > 0) {
            remember(conflict.current());
        }
        return outcome;
    }

    private void remember(AlertCase found) {
        state.byAlert().merge(found.alertId(), found, (a, b) -> a.version() > b.version() ? a : b);
        version.incrementAndGet();
    }

    @Override
    public void record(List<OutcomeEntry> outcomes) {
        stored.record(outcomes);
        outcomes.forEach(outcome -> state.outcomes().put(outcome.actionId(), outcome));
        version.incrementAndGet();
    }

    @Override
    public List<OutcomeEntry> outcomes() {
        return List.copyOf(state.outcomes().values());
    }

    @Override
    public Optional<OutcomeEntry> outcome(String actionId) {
        return Optional.ofNullable(state.outcomes().get(actionId));
    }
}
