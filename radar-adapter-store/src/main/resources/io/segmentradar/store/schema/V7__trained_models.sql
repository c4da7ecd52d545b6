-- Trained models are kept in the database with the registry, so that a copy of the store has everything it needs.

CREATE TABLE IF NOT EXISTS trained_model (
    model_id VARCHAR(200) NOT NULL,
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (model_id, position)
);
ALTER TABLE model_version DROP COLUMN IF EXISTS directory;
ALTER TABLE model_version ADD COLUMN IF NOT EXISTS archive TEXT;
COMMENT ON TABLE trained_model IS 'The models of a version, one row each, JSON with the LightGBM text';
COMMENT ON COLUMN model_version.archive IS 'Everything of the archive but its models; JSON';
