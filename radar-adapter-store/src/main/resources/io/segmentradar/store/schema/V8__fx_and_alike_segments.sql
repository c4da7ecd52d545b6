-- What each run says of the exchange rate, of segments with FX business, and of alike segments.

CREATE TABLE IF NOT EXISTS fx_month (
    run_id VARCHAR(200) NOT NULL,
    ym VARCHAR(7) NOT NULL,
    rate DOUBLE PRECISION,
    trend VARCHAR(20),
    volatility VARCHAR(20),
    low_probability DOUBLE PRECISION,
    medium_probability DOUBLE PRECISION,
    high_probability DOUBLE PRECISION,
    large_move_probability DOUBLE PRECISION,
    PRIMARY KEY (run_id, ym)
);

CREATE TABLE IF NOT EXISTS fx_segment (
    run_id VARCHAR(200) NOT NULL,
    position INTEGER NOT NULL,
    segment_id VARCHAR(1000) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    exports DOUBLE PRECISION NOT NULL,
    imports DOUBLE PRECISION NOT NULL,
    hedge DOUBLE PRECISION NOT NULL,
    opportunity DOUBLE PRECISION,
    risk DOUBLE PRECISION,
    grade VARCHAR(1),
    body TEXT NOT NULL,
    PRIMARY KEY (run_id, position)
);

CREATE TABLE IF NOT EXISTS segment_cluster (
    run_id VARCHAR(200) NOT NULL,
    position INTEGER NOT NULL,
    segment_id VARCHAR(1000) NOT NULL,
    cluster INTEGER NOT NULL,
    outlier BOOLEAN NOT NULL,
    distance DOUBLE PRECISION NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (run_id, position)
);

ALTER TABLE run ADD COLUMN IF NOT EXISTS fx TEXT;
ALTER TABLE run ADD COLUMN IF NOT EXISTS clusters TEXT;
COMMENT ON TABLE fx_month IS 'Exchange rate by month: regime as it was known then; later months than the run are the outlook';
COMMENT ON TABLE fx_segment IS 'Segments with FX business, position 1 is the most urgent; amounts a month in the unit of the spec';
COMMENT ON TABLE segment_cluster IS 'Group of each segment (0: none) with its nearest segments';
COMMENT ON COLUMN run.fx IS 'Exchange rate regime, hidden Markov model and its skill; JSON';
COMMENT ON COLUMN run.clusters IS 'Groups of alike segments with names and traits, and how their number was found; JSON';
