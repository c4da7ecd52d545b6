package io.segmentradar.features.sample;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a sample holds.
 *
 * @param rows customer months written, without the header
 * @param segments distinct segments that have a row
 * @param events what was made to happen, in order of start
 * @param usdKrw the sample's exchange rate, won a dollar, to which its foreign trade responds
 */
public record SampleSummary(long rows, int segments, List<SampleEvent> events, NavigableMap<YearMonth, Double> usdKrw) {
    public SampleSummary {
        events = List.copyOf(events);
        usdKrw = Collections.unmodifiableNavigableMap(new TreeMap<>(usdKrw));
    }

    /** Writes the events as CSV: segment_id, kpi, start_month, type, magnitude, duration_months. */
    public void writeEvents(Appendable out) throws IOException {
        out.append("segment_id,kpi,start_month,type,magnitude,duration_months\n");
        for (SampleEvent event : events) {
            String segment = event.segment().value();
            out.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%d%02d,%s,%s,%d\n",
                    segment.indexOf(',') < 0 ? segment : '"' + segment + '"',
                    event.kpi(),
                    event.start().getYear(),
                    event.start().getMonthValue(),
                    event.type(),
                    event.magnitude(),
                    event.durationMonths()));
        }
    }

    /** Writes the exchange rate as CSV: month, usd_krw. */
    public void writeUsdKrw(Appendable out) throws IOException {
        out.append("month,usd_krw\n");
        for (var month : usdKrw.entrySet()) {
            out.append(month.getKey() + "," + month.getValue() + "\n");
        }
    }
}
