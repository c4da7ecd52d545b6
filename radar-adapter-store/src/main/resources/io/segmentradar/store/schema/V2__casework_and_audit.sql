-- Work on alerts, what came of actions, and who did what. These outlive runs.

CREATE TABLE alert_case (
    alert_id VARCHAR(1000) PRIMARY KEY,
    level VARCHAR(100) NOT NULL,
    segment_id VARCHAR(1000) NOT NULL,
    kpi VARCHAR(100) NOT NULL,
    alert_type VARCHAR(50) NOT NULL,
    ym VARCHAR(7) NOT NULL,
    status VARCHAR(20) NOT NULL,
    cause VARCHAR(30),
    assignee VARCHAR(200),
    due_date DATE,
    version INTEGER NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    changed_by VARCHAR(200) NOT NULL
);

CREATE TABLE alert_case_event (
    alert_id VARCHAR(1000) NOT NULL,
    version INTEGER NOT NULL,
    level VARCHAR(100) NOT NULL,
    segment_id VARCHAR(1000) NOT NULL,
    kpi VARCHAR(100) NOT NULL,
    alert_type VARCHAR(50) NOT NULL,
    ym VARCHAR(7) NOT NULL,
    status VARCHAR(20) NOT NULL,
    cause VARCHAR(30),
    assignee VARCHAR(200),
    due_date DATE,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    changed_by VARCHAR(200) NOT NULL,
    note VARCHAR(4000),
    PRIMARY KEY (alert_id, version)
);
CREATE INDEX alert_case_event_of_segment ON alert_case_event (segment_id);

CREATE TABLE action_outcome (
    outcome_number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    action_id VARCHAR(1000) NOT NULL,
    segment_id VARCHAR(1000) NOT NULL,
    action_type VARCHAR(100) NOT NULL,
    ym VARCHAR(7) NOT NULL,
    status VARCHAR(20) NOT NULL,
    amount DOUBLE PRECISION,
    note VARCHAR(4000),
    reported_by VARCHAR(200) NOT NULL,
    reported_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE audit_log (
    entry_number BIGINT PRIMARY KEY,
    entered_at_ms BIGINT NOT NULL,
    actor VARCHAR(200) NOT NULL,
    what VARCHAR(100) NOT NULL,
    target VARCHAR(2000) NOT NULL,
    detail VARCHAR(4000) NOT NULL,
    previous_hash VARCHAR(64) NOT NULL,
    hash VARCHAR(64) NOT NULL
);

INSERT INTO store_lock (id) VALUES (2), (3);

COMMENT ON TABLE alert_case IS 'Present state of the work on an alert; lives on over runs';
COMMENT ON COLUMN alert_case.version IS 'Grows with every change; a writer must name the version it saw';
COMMENT ON TABLE alert_case_event IS 'Every change of every case, with its note';
COMMENT ON TABLE action_outcome IS 'What came of actions; the last report of an action counts';
COMMENT ON TABLE audit_log IS 'Who wrote or exported what; each entry holds the hash of the one before';
COMMENT ON COLUMN audit_log.entered_at_ms IS 'Milliseconds since 1970-01-01 UTC';
