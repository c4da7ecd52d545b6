package io.segmentradar.core.run;

/** Keeps finished runs. A run is stored whole or not at all; an earlier run stays intact until then. */
public interface RunStore {
    void save(RadarRun run);
}
