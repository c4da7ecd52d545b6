package io.segmentradar.core.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.MoneyUnit;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertStoryTest {
    private static final Kpi DEPOSITS = new Kpi(
            "kpi_dep",
            new Label("예금총잔액", "Deposits"),
            KpiKind.BALANCE,
            new KpiFormula(List.of(new KpiFormula.Term(1, "a"), new KpiFormula.Term(1, "b"))));
    private static final AlertStory STORY = new AlertStory(
            new KpiCatalog(List.of(DEPOSITS), List.of()),
            SegmentHierarchy.standard(List.of(
                    new SegmentDimension("industry", "i", new Label("업종", "Industry"), "미상", List.of()),
                    new SegmentDimension(
                            "dedicated",
                            "d",
                            new Label("전담 여부", "Dedicated manager"),
                            "미상",
                            List.of(),
                            Map.of("Y", new Label("전담", "Dedicated"))))),
            new MoneyUnit("KRW", 1e6, new Label("백만원", "million KRW")));

    private static Alert alert(AlertType type, double actual, double expected) {
        return new Alert(
                "id",
                "segment",
                new SegmentId("의료용 기기 제조업|Y"),
                "kpi_dep",
                YearMonth.of(2024, 12),
                type,
                Severity.HIGH,
                actual,
                expected,
                expected * 0.8,
                expected * 1.2,
                0.002,
                Math.abs(actual - expected));
    }

    private static DriverAttribution causes() {
        return new DriverAttribution(
                "id",
                List.of(
                        new Driver(DriverKind.COMPONENT, "a", new Label("거치식예금", "Term deposits"), -40_000),
                        new Driver(DriverKind.COMPONENT, "b", new Label("요구불예금", "Demand deposits"), -10_000),
                        new Driver(DriverKind.VOLUME, "a", new Label("고객 수", "Customers"), -20_000),
                        new Driver(DriverKind.RATE, "a", new Label("고객당 금액", "Per customer"), -30_000),
                        new Driver(DriverKind.COMMON, "bank", new Label("시장", "Market"), -5_000),
                        new Driver(DriverKind.OWN, "own", new Label("자체", "Own"), -45_000),
                        new Driver(DriverKind.MODEL, "momentum", new Label("최근 흐름", "Recent momentum"), -3_000)));
    }

    @Test
    void tellsWhatHappenedAndWhyInBothLanguages() {
        Label story = STORY.of(alert(AlertType.DROP, 100_000, 150_000), causes());
        assertEquals(
                "의료용 기기 제조업 · 전담의 예금총잔액은 예측 1,500억원보다 500억원 적은 1,000억원입니다."
                        + " 이만한 차이는 약 500번에 한 번 나타납니다. 가장 크게 움직인 것은 거치식예금(▼ 400억원)입니다."
                        + " 고객당 금액 효과가 ▼ 300억원으로 더 큽니다. 주로 자체 요인(▼ 450억원)이며 시장·업종·지역 공통 요인은"
                        + " ▼ 50억원입니다. 예측은 이미 최근 흐름을 근거로 지난달보다 30억원 감소를 내다보았습니다.",
                story.ko());
        assertTrue(story.en()
                .startsWith("Deposits of 의료용 기기 제조업 · Dedicated came to KRW 100 billion,"
                        + " KRW 50.0 billion less than the KRW 150 billion expected."));
    }

    @Test
    void aTurnIsToldByItsMonthsAndItsCausesByTheLastOfThem() {
        Label story = STORY.of(alert(AlertType.INFLECTION, 100_000, 150_000), causes());
        assertTrue(story.ko().contains(" 이번 달 차이는 ▼ 500억원입니다. 가장 크게 움직인 것은 거치식예금(▼ 400억원)입니다."), story::ko);
        assertTrue(story.en().contains("This month's gap is −KRW 50.0 billion."), story::en);
    }

    @Test
    void aLastingShiftIsNotCalledUnusualAgain() {
        Label story = STORY.of(alert(AlertType.LEVEL_SHIFT, 100_000, 150_000), causes());
        assertFalse(story.ko().contains("번에 한 번"), story::ko);
        assertFalse(story.en().contains("once in"), story::en);
    }

    @Test
    void whatTheForecastHadExpectedIsSetAgainstWhatCame() {
        assertTrue(STORY.of(alert(AlertType.SPIKE, 150_000, 100_000), causes())
                .ko()
                .endsWith(" 예측은 오히려 최근 흐름을 근거로 지난달보다 30억원 감소를 내다보았습니다."));
        Label large = STORY.of(alert(AlertType.DROP, 50_000, 150_000), causes());
        assertFalse(large.ko().contains("내다보았습니다"), large::ko);
    }

    @Test
    void absentCustomersAreToldWithWhatTheyHad() {
        Label label = new Label("이번 달 자료에 없는 고객 3곳(보통 열에 여섯은 다음 달 돌아옴)", "3 customers absent this month");
        Label story = STORY.of(
                alert(AlertType.DROP, 100_000, 150_000),
                new DriverAttribution("id", List.of(new Driver(DriverKind.ABSENT, "absent", label, -48_000))));
        assertTrue(story.ko().endsWith(" 이번 달 자료에 없는 고객 3곳(보통 열에 여섯은 다음 달 돌아옴)의 지난달 금액이 480억원입니다."), story::ko);
        assertTrue(story.en().endsWith(" 3 customers absent this month had KRW 48.0 billion last month."), story::en);
    }

    @Test
    void everyTypeHasItsSentenceWithoutRawNames() {
        for (AlertType type : AlertType.values()) {
            Label story = STORY.of(alert(type, 100_000, 150_000), causes());
            for (String text : List.of(story.ko(), story.en())) {
                assertFalse(text.contains("kpi_dep") || text.contains("|") || text.contains("momentum_"), text);
                assertTrue(text.endsWith("."), text);
            }
        }
    }
}
