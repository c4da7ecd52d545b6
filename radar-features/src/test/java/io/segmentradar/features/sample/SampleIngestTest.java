package io.segmentradar.features.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.csv.CsvRecordSource;
import io.segmentradar.features.csv.InputEncoding;
import io.segmentradar.features.spec.SpecLoader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product itself reads what the generator writes. */
class SampleIngestTest {
    private final RadarSpec spec = new SpecLoader().load("imbank");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"cp949, MS949", "utf-8, UTF-8"})
    void noRowIsRejectedAndTheEncodingIsRecognised(String encoding, String recognised) throws IOException {
        SampleSummary summary = write(4000, 4, encoding);
        SegmentAggregator aggregator = new SegmentAggregator(spec.panelLayout());
        IngestReport report = read(aggregator);
        assertEquals(List.of(), report.rejects());
        assertEquals(summary.rows(), report.rows());
        assertEquals(recognised, report.files().get(0).encoding());
        assertEquals(summary.segments(), aggregator.panel().segments());
    }

    @Test
    void eventsNameSegmentsAndKpisAsTheProductDoes() throws IOException {
        SampleSummary summary = write(4000, 14, "cp949");
        SegmentAggregator aggregator = new SegmentAggregator(spec.panelLayout());
        read(aggregator);
        SegmentPanel panel = aggregator.panel();
        Set<String> segments = IntStream.range(0, panel.segments())
                .mapToObj(segment -> panel.index().id(segment).value())
                .collect(Collectors.toSet());
        Set<String> kpis =
                spec.kpis().kpis().stream().map(kpi -> kpi.label().ko()).collect(Collectors.toSet());
        assertTrue(summary.events().size() > 10);
        for (SampleEvent event : summary.events()) {
            assertTrue(segments.contains(event.segment().value()), event::toString);
            assertTrue(kpis.contains(event.kpi()), event::toString);
        }
    }

    private SampleSummary write(int customers, int months, String encoding) throws IOException {
        SampleRequest request = new SampleRequest(
                customers, months, SampleRequest.DEFAULT_FIRST, 9, SampleRequest.encoding(encoding), 2);
        try (OutputStream out = Files.newOutputStream(file())) {
            return SampleGenerator.write(request, out);
        }
    }

    private IngestReport read(SegmentAggregator aggregator) {
        return new CsvRecordSource(spec, List.of(file()), InputEncoding.AUTO).read(aggregator);
    }

    private Path file() {
        return folder.resolve("sample.csv");
    }
}
