package io.segmentradar.models.attribution;

import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.kpi.KoreanParticle;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.AbsenceShare;
import io.segmentradar.core.panel.linkage.Absences;
import java.util.List;

/** Tells of a fall that customers without a row this month explain it for the most part, and how often such come back. */
final class AbsentCustomers {
    private static final String[] OF_TEN = {"하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"};

    private final SegmentPanel bank;

    /**
     * @param bank panel of all segments
     */
    AbsentCustomers(SegmentPanel bank) {
        this.bank = bank;
    }

    /** One driver, or none if the month's absences are unknown or explain less than half of it. */
    List<Driver> of(NodeMonth at) {
        String amount = Absences.sinceNow(at.kpi().id());
        if (!at.panel().has(amount) || at.alert().type().looksAhead()) {
            return List.of();
        }
        double money = at.value(amount, 0);
        long customers = Math.round(at.value(Absences.LOST_COUNT, 0));
        if (customers == 0 || !Absences.explain(money, at.alert().residual())) {
            return List.of();
        }
        Label back = back(at.month());
        Label label = new Label(
                String.format("이번 달 자료에 없는 고객 %,d곳%s", customers, back.ko()),
                String.format("%,d customer%s absent this month%s", customers, customers == 1 ? "" : "s", back.en()));
        return List.of(new Driver(DriverKind.ABSENT, "absent", label, -money));
    }

    /** How many of ten that are absent for a first month are back the next. */
    private Label back(int month) {
        int ofTen = AbsenceShare.of(bank.upTo(bank.months().at(month)))
                .map(share -> Math.min(OF_TEN.length, (int) Math.round(10 * share.back())))
                .orElse(0);
        return ofTen == 0
                ? new Label("", "")
                : new Label(
                        "(보통 열에 " + KoreanParticle.TOPIC.attachedTo(OF_TEN[ofTen - 1]) + " 다음 달 돌아옴)",
                        " (usually " + ofTen + " in 10 are back the next)");
    }
}
