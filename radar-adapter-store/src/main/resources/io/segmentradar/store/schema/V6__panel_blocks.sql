-- The panel a second time, columnar: a server reads it in a few milliseconds instead of a row per segment and month.
-- Runs stored before have none and are read from segment_panel.

CREATE TABLE IF NOT EXISTS panel_block (
    run_id VARCHAR(200) NOT NULL,
    figure VARCHAR(200) NOT NULL,
    part INTEGER NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (run_id, figure, part)
);
COMMENT ON TABLE panel_block IS 'Figures of segment_panel as arrays, for loading; same numbers';
