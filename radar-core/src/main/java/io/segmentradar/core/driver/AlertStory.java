package io.segmentradar.core.driver;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.kpi.MoneyUnit;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert as a relationship manager would tell it: what happened, compared with what, how unusual it is, which product
 * and whether more by customers or by amounts, whether the market or the segment, and what had been expected.
 */
public final class AlertStory {
    /** Share of the surprise from which on it is worth telling what the forecast had expected. */
    private static final double WORTH_TELLING = 0.05;

    private final StoryWords korean;
    private final StoryWords english;

    public AlertStory(KpiCatalog kpis, SegmentHierarchy hierarchy, MoneyUnit unit) {
        MoneyFormat money = new MoneyFormat(unit);
        this.korean = new KoreanStory(kpis, hierarchy, money);
        this.english = new EnglishStory(kpis, hierarchy, money);
    }

    /**
     * @param causes of this alert; parts that are missing are left out of the story
     */
    public Label of(Alert alert, DriverAttribution causes) {
        return new Label(tell(korean, alert, causes), tell(english, alert, causes));
    }

    private static String tell(StoryWords words, Alert alert, DriverAttribution causes) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.event(alert));
        if (alert.type().looksAhead()) {
            return String.join(" ", sentences);
        }
        // How unusual a lasting shift is was told when it began; by now its forecast is months old and its interval
        // wide.
        if (alert.type() != AlertType.LEVEL_SHIFT) {
            sentences.add(words.rarity(alert));
        }
        // A turned trend is told by the sum of its months, its causes by the last of them.
        if (alert.type() == AlertType.INFLECTION) {
            sentences.add(words.thisMonth(alert.residual()));
        }
        of(causes, DriverKind.ABSENT).forEach(absent -> sentences.add(words.absent(absent)));
        List<Driver> products = of(causes, DriverKind.COMPONENT);
        if (products.size() > 1 && products.get(0).contribution() * alert.residual() > 0) {
            sentences.add(words.product(products.get(0)));
        }
        double volume = causes.sum(DriverKind.VOLUME);
        double rate = causes.sum(DriverKind.RATE);
        if (volume != 0 && rate != 0) {
            sentences.add(words.customers(volume, rate));
        }
        double common = causes.sum(DriverKind.COMMON);
        if (common != 0) {
            sentences.add(words.common(common, causes.sum(DriverKind.OWN)));
        }
        List<Driver> model = of(causes, DriverKind.MODEL);
        double change = causes.sum(DriverKind.MODEL);
        if (!model.isEmpty() && change != 0 && Math.abs(change) >= WORTH_TELLING * Math.abs(alert.residual())) {
            sentences.add(words.expectation(change, model.get(0), change * alert.residual() > 0));
        }
        return String.join(" ", sentences);
    }

    private static List<Driver> of(DriverAttribution causes, DriverKind kind) {
        return causes.drivers().stream().filter(driver -> driver.kind() == kind).toList();
    }
}
