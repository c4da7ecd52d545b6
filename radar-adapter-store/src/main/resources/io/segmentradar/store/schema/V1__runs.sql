-- Finished runs, one row each, and what belongs to them. The same text runs on H2 and PostgreSQL.
-- Columns named body hold the record as JSON, from which it is read back whole; the other columns are for queries.
-- A spec's own keys, KPIs and ratios become columns of segment and segment_panel when the first run needs them.

CREATE TABLE store_lock (
    id INTEGER PRIMARY KEY
);
INSERT INTO store_lock (id) VALUES (1);

CREATE TABLE run (
    run_id VARCHAR(200) PRIMARY KEY,
    as_of VARCHAR(7) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    spec_name VARCHAR(200) NOT NULL,
    spec_sha256 VARCHAR(64) NOT NULL,
    first_ym VARCHAR(7) NOT NULL,
    months INTEGER NOT NULL,
    segments INTEGER NOT NULL,
    alerts INTEGER NOT NULL,
    actions INTEGER NOT NULL,
    seed BIGINT NOT NULL,
    product_version VARCHAR(100) NOT NULL,
    spec TEXT NOT NULL,
    manifest TEXT NOT NULL,
    ingest TEXT NOT NULL,
    plan TEXT NOT NULL,
    panel_columns TEXT NOT NULL
);

CREATE TABLE segment (
    run_id VARCHAR(200) NOT NULL,
    segment_id VARCHAR(1000) NOT NULL,
    industry VARCHAR(1000),
    province VARCHAR(1000),
    grade VARCHAR(1000),
    dedicated VARCHAR(1000),
    lifecycle VARCHAR(20),
    first_ym VARCHAR(7),
    last_ym VARCHAR(7),
    customer_count DOUBLE PRECISION,
    key_values VARCHAR(4000) NOT NULL,
    PRIMARY KEY (run_id, segment_id)
);

CREATE TABLE segment_panel (
    run_id VARCHAR(200) NOT NULL,
    segment_id VARCHAR(1000) NOT NULL,
    ym VARCHAR(7) NOT NULL,
    customer_count DOUBLE PRECISION,
    deposits DOUBLE PRECISION,
    loans DOUBLE PRECISION,
    card_spend DOUBLE PRECISION,
    digital_amount DOUBLE PRECISION,
    net_inflow DOUBLE PRECISION,
    fx_amount DOUBLE PRECISION,
    limit_utilisation DOUBLE PRECISION,
    digital_share DOUBLE PRECISION,
    auto_transfer_share DOUBLE PRECISION
);
CREATE INDEX segment_panel_of_run ON segment_panel (run_id, segment_id);

CREATE TABLE forecast (
    run_id VARCHAR(200) NOT NULL,
    level VARCHAR(100) NOT NULL,
    segment_id VARCHAR(1000) NOT NULL,
    kpi VARCHAR(100) NOT NULL,
    origin VARCHAR(7) NOT NULL,
    horizon INTEGER NOT NULL,
    target_ym VARCHAR(7) NOT NULL,
    point DOUBLE PRECISION NOT NULL,
    lower_80 DOUBLE PRECISION NOT NULL,
    upper_80 DOUBLE PRECISION NOT NULL,
    lower_90 DOUBLE PRECISION NOT NULL,
    upper_90 DOUBLE PRECISION NOT NULL,
    model VARCHAR(200) NOT NULL
);
CREATE INDEX forecast_of_run ON forecast (run_id, segment_id);

CREATE TABLE forecast_nodes (
    run_id VARCHAR(200) NOT NULL,
    node_set INTEGER NOT NULL,
    node_keys TEXT NOT NULL,
    PRIMARY KEY (run_id, node_set)
);

CREATE TABLE forecast_block (
    run_id VARCHAR(200) NOT NULL,
    position INTEGER NOT NULL,
    part INTEGER NOT NULL,
    published BOOLEAN NOT NULL,
    level VARCHAR(100) NOT NULL,
    kpi VARCHAR(100) NOT NULL,
    origin VARCHAR(7) NOT NULL,
    horizon INTEGER NOT NULL,
    node_set INTEGER NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (run_id, position, part)
);

CREATE TABLE model (
    run_id VARCHAR(200) NOT NULL,
    level VARCHAR(100) NOT NULL,
    kpi VARCHAR(100) NOT NULL,
    horizon INTEGER NOT NULL,
    model VARCHAR(200) NOT NULL,
    forecasts INTEGER NOT NULL,
    PRIMARY KEY (run_id, level, kpi, horizon, model)
);

CREATE TABLE accuracy (
    run_id VARCHAR(200) NOT NULL,
    position INTEGER NOT NULL,
    kpi VARCHAR(100) NOT NULL,
    horizon INTEGER NOT NULL,
    level VARCHAR(100) NOT NULL,
    size_class VARCHAR(100) NOT NULL,
    model VARCHAR(200) NOT NULL,
    n BIGINT NOT NULL,
    wape DOUBLE PRECISION,
    mase DOUBLE PRECISION,
    bias DOUBLE PRECISION,
    coverage_90 DOUBLE PRECISION,
    body TEXT NOT NULL,
    PRIMARY KEY (run_id, position)
);

CREATE TABLE alert (
    run_id VARCHAR(200) NOT NULL,
    alert_id VARCHAR(1000) NOT NULL,
    position INTEGER NOT NULL,
    level VARCHAR(100) NOT NULL,
    segment_id VARCHAR(1000) NOT NULL,
    kpi VARCHAR(100) NOT NULL,
    ym VARCHAR(7) NOT NULL,
    alert_type VARCHAR(50) NOT NULL,
    severity VARCHAR(20) NOT NULL,
    actual DOUBLE PRECISION,
    expected DOUBLE PRECISION,
    lower_90 DOUBLE PRECISION,
    upper_90 DOUBLE PRECISION,
    residual DOUBLE PRECISION,
    surprise DOUBLE PRECISION NOT NULL,
    impact DOUBLE PRECISION NOT NULL,
    parent_id VARCHAR(1000) NOT NULL,
    age_months INTEGER NOT NULL,
    body TEXT NOT NULL,
    drivers TEXT NOT NULL,
    PRIMARY KEY (run_id, alert_id)
);

CREATE TABLE alert_driver (
    run_id VARCHAR(200) NOT NULL,
    alert_id VARCHAR(1000) NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR(50) NOT NULL,
    driver VARCHAR(1000) NOT NULL,
    label_ko VARCHAR(1000) NOT NULL,
    label_en VARCHAR(1000) NOT NULL,
    contribution DOUBLE PRECISION,
    PRIMARY KEY (run_id, alert_id, position)
);

CREATE TABLE action (
    run_id VARCHAR(200) NOT NULL,
    action_id VARCHAR(1000) NOT NULL,
    position INTEGER NOT NULL,
    segment_id VARCHAR(1000) NOT NULL,
    ym VARCHAR(7) NOT NULL,
    action_type VARCHAR(100) NOT NULL,
    category VARCHAR(100) NOT NULL,
    kpi VARCHAR(100) NOT NULL,
    owner VARCHAR(100) NOT NULL,
    channel VARCHAR(100) NOT NULL,
    due_date DATE NOT NULL,
    expected_value DOUBLE PRECISION NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    planned BOOLEAN NOT NULL,
    alert_id VARCHAR(1000),
    reason_ko TEXT NOT NULL,
    reason_en TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (run_id, action_id)
);

COMMENT ON TABLE run IS 'One finished run of the radar; everything with its run_id was written in the same transaction';
COMMENT ON COLUMN run.as_of IS 'Month under review, YYYY-MM';
COMMENT ON COLUMN run.spec IS 'The whole specification, JSON';
COMMENT ON COLUMN run.manifest IS 'Inputs with their hashes, versions, seed, threads, stage timings; JSON';
COMMENT ON COLUMN run.ingest IS 'Input files, rejected rows with reasons, ignored columns; JSON';
COMMENT ON COLUMN run.plan IS 'Action plan with limits and shadow prices, policy funnel, unanswered alerts; JSON';
COMMENT ON TABLE segment IS 'Segments of a run: key values, state and size in the month of the run';
COMMENT ON COLUMN segment.lifecycle IS 'NEW, ACTIVE, DORMANT, CLOSED';
COMMENT ON TABLE segment_panel IS 'One row per segment and month of its life; money in the unit of the spec, NULL is missing';
COMMENT ON TABLE forecast IS 'Forecasts of all levels; origin = run.as_of is the published one, earlier origins are the record';
COMMENT ON COLUMN forecast.segment_id IS 'Segment, or aggregate with * for the keys summed over';
COMMENT ON COLUMN forecast.origin IS 'Last month known when the forecast was made, YYYY-MM';
COMMENT ON TABLE forecast_nodes IS 'Node keys of the forecast blocks';
COMMENT ON TABLE forecast_block IS 'Whole predictive distributions, columnar, for fast loading; same numbers as forecast';
COMMENT ON TABLE model IS 'Which model stands behind how many published forecasts';
COMMENT ON TABLE accuracy IS 'Back-test: out of sample, in money';
COMMENT ON TABLE alert IS 'Early warnings of a run, position 1 is the worst';
COMMENT ON COLUMN alert.surprise IS 'Two-sided tail probability';
COMMENT ON COLUMN alert.impact IS 'Money at stake, unit of the spec';
COMMENT ON TABLE alert_driver IS 'Causes of alerts; each kind is a view that sums by itself, kinds are never added up';
COMMENT ON TABLE action IS 'Recommended actions, position 1 is the best; values rest on the assumptions in the spec';
