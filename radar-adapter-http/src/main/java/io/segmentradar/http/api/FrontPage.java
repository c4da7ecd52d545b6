package io.segmentradar.http.api;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the first page of the dashboard asks about a run, so that the answers are ready before the first reader comes. A
 * question that the page words otherwise is answered when it is asked, like any other.
 */
public final class FrontPage {
    private static final int TRENDS = 2;

    private FrontPage() {}

    /** A question: path and parameters in the order in which the page writes them. */
    record Question(String path, Map<String, String> parameters) {
        String url() {
            return path
                    + '?'
                    + (parameters.isEmpty()
                            ? null
                            : parameters.entrySet().stream()
                                    .map(entry -> entry.getKey() + '=' + entry.getValue())
                                    .collect(Collectors.joining("&")));
        }

        Params params() {
            return new Params(parameters.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
        }
    }

    /** Addresses of the answers that are made beforehand. */
    public static List<String> addresses(RadarRun run) {
        return questions(run).stream()
                .map(question -> question.parameters().isEmpty() ? question.path() : question.url())
                .toList();
    }

    static List<Question> questions(RadarRun run) {
        List<String> kpis = run.spec().kpis().kpis().stream().map(Kpi::id).toList();
        List<Question> questions = new ArrayList<>();
        questions.add(ask("/api/overview/"));
        questions.add(ask("/api/filters/"));
        kpis.stream().limit(TRENDS).forEach(kpi -> questions.add(ask("/api/kpi-trends/", "kpi", kpi, "months", "24")));
        questions.add(ask("/api/highlights/", "limit", "5"));
        questions.add(ask("/api/recommendations/", "planned", "true", "limit", "6"));
        String map = run.spec().dimensions().stream()
                .limit(2)
                .map(SegmentDimension::id)
                .collect(Collectors.joining("_"));
        if (run.spec().hierarchy().levels().stream().map(SegmentLevel::id).anyMatch(map::equals)) {
            String origin = run.manifest().asOf().minusMonths(1).toString();
            for (String page : List.of("1", "2", "3")) {
                questions.add(ask(
                        "/api/forecasts/",
                        "level",
                        map,
                        "kpi",
                        kpis.get(0),
                        "horizon",
                        "1",
                        "origin",
                        origin,
                        "page",
                        page,
                        "page_size",
                        "200"));
            }
        }
        return questions;
    }

    private static Question ask(String path, String... parameters) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            named.put(parameters[i], parameters[i + 1]);
        }
        return new Question(path, named);
    }
}
