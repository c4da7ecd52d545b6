-- Rows of forecast are the published forecasts of each run; the record of earlier origins, ten times as much, is kept in
-- forecast_block. An index in the order of loading costs nothing, one by segment rewrote the whole index for each batch.

DROP INDEX IF EXISTS forecast_of_run;
DELETE FROM forecast WHERE origin <> (SELECT run.as_of FROM run WHERE run.run_id = forecast.run_id);
CREATE INDEX IF NOT EXISTS forecast_of_kpi ON forecast (run_id, level, kpi);

ALTER TABLE run ADD COLUMN IF NOT EXISTS alert_report TEXT;
COMMENT ON COLUMN run.alert_report IS 'What policies held back, which earlier alerts are over, and the watch-list; JSON';
COMMENT ON TABLE forecast IS 'Published forecasts of all levels, one row per node, KPI and horizon';
COMMENT ON TABLE forecast_block IS 'Whole predictive distributions, published and of earlier origins, for loading';
