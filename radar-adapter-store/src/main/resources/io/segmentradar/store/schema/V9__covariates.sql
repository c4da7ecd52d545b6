-- The series from outside that a run was offered, so that scenarios can change them; runs stored before have none.
ALTER TABLE run ADD COLUMN IF NOT EXISTS covariates TEXT;
COMMENT ON COLUMN run.covariates IS 'Monthly series from outside the bank; JSON';
