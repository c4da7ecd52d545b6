package io.segmentradar.store;

import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.PredictionInterval;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes the forecasts of a run: the published ones a row each for queries, all tables as blocks for loading. */
final class ForecastWriter {
    private final RadarRun run;
    private final String runId;
    private final RunWriter.Filler filler;

    ForecastWriter(RadarRun run, RunWriter.Filler filler) {
        this.run = run;
        this.runId = run.manifest().runId();
        this.filler = filler;
    }

    void write() {
        filler.fill(
                "forecast",
                List.of(
                        "run_id",
                        "level",
                        "segment_id",
                        "kpi",
                        "origin",
                        "horizon",
                        "target_ym",
                        "point",
                        "lower_80",
                        "upper_80",
                        "lower_90",
                        "upper_90",
                        "model"),
                sink -> run.published().tables().forEach(table -> writeRows(table, sink)));
        List<SegmentIndex> nodeSets = nodeSets();
        filler.fill("forecast_nodes", List.of("run_id", "node_set", "node_keys"), sink -> {
            for (int i = 0; i < nodeSets.size(); i++) {
                sink.add(runId, i, DomainJson.write(keys(nodeSets.get(i))));
            }
        });
        filler.fill(
                "forecast_block",
                List.of(
                        "run_id",
                        "position",
                        "part",
                        "published",
                        "level",
                        "kpi",
                        "origin",
                        "horizon",
                        "node_set",
                        "body"),
                sink -> {
                    int position = writeBlocks(run.published(), true, 0, nodeSets, sink);
                    writeBlocks(run.past(), false, position, nodeSets, sink);
                });
        writeModels();
    }

    private void writeRows(ForecastTable table, RowSink sink) {
        String origin = table.origin().toString();
        String target = table.targetMonth().toString();
        for (int node = 0; node < table.nodes().size(); node++) {
            if (table.has(node)) {
                PredictionInterval narrow = table.interval80(node);
                PredictionInterval wide = table.interval90(node);
                sink.add(
                        runId,
                        table.level(),
                        table.nodes().id(node).value(),
                        table.kpi(),
                        origin,
                        table.horizon().months(),
                        target,
                        table.point(node),
                        narrow.lower(),
                        narrow.upper(),
                        wide.lower(),
                        wide.upper(),
                        table.model(node));
            }
        }
    }

    /** The distinct sets of nodes: mostly one a level, shared by all its tables. */
    private List<SegmentIndex> nodeSets() {
        List<SegmentIndex> sets = new ArrayList<>();
        for (ForecastSet forecasts : List.of(run.published(), run.past())) {
            for (ForecastTable table : forecasts.tables()) {
                if (indexOf(table.nodes(), sets) < 0) {
                    sets.add(table.nodes());
                }
            }
        }
        return sets;
    }

    private static int indexOf(SegmentIndex nodes, List<SegmentIndex> sets) {
        return IntStream.range(0, sets.size())
                .filter(i -> sets.get(i) == nodes || sets.get(i).ids().equals(nodes.ids()))
                .findFirst()
                .orElse(-1);
    }

    private static List<List<String>> keys(SegmentIndex nodes) {
        return IntStream.range(0, nodes.size())
                .mapToObj(nodes::key)
                .map(SegmentKey::values)
                .toList();
    }

    private int writeBlocks(
            ForecastSet forecasts, boolean published, int from, List<SegmentIndex> nodeSets, RowSink sink) {
        int position = from;
        for (ForecastTable table : forecasts.tables()) {
            int part = 0;
            for (byte[] bytes : ForecastBlock.split(ForecastBlock.encode(table))) {
                sink.add(
                        runId,
                        position,
                        part++,
                        published,
                        table.level(),
                        table.kpi(),
                        table.origin().toString(),
                        table.horizon().months(),
                        indexOf(table.nodes(), nodeSets),
                        bytes);
            }
            position++;
        }
        return position;
    }

    private void writeModels() {
        filler.fill("model", List.of("run_id", "level", "kpi", "horizon", "model", "forecasts"), sink -> {
            for (ForecastTable table : run.published().tables()) {
                Map<String, Integer> counts = new LinkedHashMap<>();
                for (int node = 0; node < table.nodes().size(); node++) {
                    if (table.has(node)) {
                        counts.merge(table.model(node), 1, Integer::sum);
                    }
                }
                counts.forEach((model, count) -> sink.add(
                        runId, table.level(), table.kpi(), table.horizon().months(), model, count));
            }
        });
    }
}
