-- What each run found when it watched its input, forecasts and alerts, and the models that forecast or may forecast.

CREATE TABLE IF NOT EXISTS drift_check (
    run_id VARCHAR(200) NOT NULL,
    position INTEGER NOT NULL,
    area VARCHAR(20) NOT NULL,
    subject VARCHAR(1000) NOT NULL,
    horizon INTEGER NOT NULL,
    measure VARCHAR(50) NOT NULL,
    reference_value DOUBLE PRECISION,
    current_value DOUBLE PRECISION,
    psi DOUBLE PRECISION,
    p_value DOUBLE PRECISION,
    q_value DOUBLE PRECISION,
    status VARCHAR(20) NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (run_id, position)
);

ALTER TABLE run ADD COLUMN IF NOT EXISTS monitor TEXT;
COMMENT ON TABLE drift_check IS 'Drift of data, forecasts and alerts, one row a check';
COMMENT ON COLUMN run.monitor IS 'Reasons to train new models; JSON';

-- A version of the models is never changed in place: what happens to it is an event.
CREATE TABLE IF NOT EXISTS model_version (
    model_id VARCHAR(200) PRIMARY KEY,
    spec_name VARCHAR(200) NOT NULL,
    trained_to VARCHAR(7) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    directory VARCHAR(4000) NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS model_event (
    spec_name VARCHAR(200) NOT NULL,
    position INTEGER NOT NULL,
    model_id VARCHAR(200) NOT NULL,
    role VARCHAR(20) NOT NULL,
    happened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    actor VARCHAR(200) NOT NULL,
    reason TEXT NOT NULL,
    body TEXT,
    PRIMARY KEY (spec_name, position)
);
COMMENT ON TABLE model_version IS 'Trained models with where they are kept and what their training promised';
COMMENT ON TABLE model_event IS 'Registered, promoted, refused, rolled back: the last promotion names the champion';
