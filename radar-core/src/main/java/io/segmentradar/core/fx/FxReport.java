package io.segmentradar.core.fx;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentId;
import java.util.List;
import java.util.Optional;

/**
 * What a run says about exchange rates.
 *
 * @param status what could be said, or why not
 * @param market empty unless the status is {@link Status#KNOWN}
 * @param segments exposed segments, most urgent first; without scores unless the status is {@link Status#KNOWN}
 */
public record FxReport(Status status, Optional<FxMarket> market, List<FxSegment> segments) {
    /** The spec does not say what FX business is. */
    public static final FxReport NONE = new FxReport(Status.NOT_IN_SPEC, Optional.empty(), List.of());

    public FxReport {
        segments = List.copyOf(segments);
        if (market.isPresent() != (status == Status.KNOWN)) {
            throw new IllegalArgumentException("Status " + status + " with market " + market.isPresent());
        }
    }

    public Optional<FxSegment> segment(SegmentId id) {
        return segments.stream().filter(segment -> segment.id().equals(id)).findFirst();
    }

    /** What could be said. */
    public enum Status {
        KNOWN("환율 국면과 점수가 있습니다.", "Regime and scores are known."),
        NO_RATE(
                "환율 자료 없이 실행되어 국면, 민감도, 점수가 없습니다. radar run에 --fx FILE(월, 평균 환율)을 주면 계산합니다.",
                "The run had no exchange rate, so there is no regime, no sensitivity and no score. Give 'radar run' the"
                        + " option --fx FILE (month, average rate)."),
        RATE_TOO_SHORT(
                "환율 자료가 짧거나 최근 달이 없거나 빠진 달이 있어 국면을 말할 수 없습니다. 28개월 이상, 기준월까지의 자료가 필요합니다.",
                "The exchange rate is too short, has a gap or does not reach the month of the run, so no regime can be"
                        + " told. At least 28 months up to the month of the run are needed."),
        NOT_IN_SPEC(
                "명세(spec)에 fx 항목이 없어 수출·수입 금액을 알 수 없습니다.",
                "The spec has no section 'fx', so exports and imports are not known.");

        private final Label label;

        Status(String ko, String en) {
            this.label = new Label(ko, en);
        }

        public Label label() {
            return label;
        }
    }
}
