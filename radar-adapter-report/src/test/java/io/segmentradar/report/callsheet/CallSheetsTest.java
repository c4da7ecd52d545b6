package io.segmentradar.report.callsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.report.SampleRun;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class CallSheetsTest {
    private static final RadarRun RUN = SampleRun.create();
    private static final Map<String, String> PAGES = new CallSheets(RUN, Language.KO).pages();

    private static List<RecommendedAction> planned() {
        return RUN.actions().stream().filter(RecommendedAction::isPlanned).toList();
    }

    @Test
    void thereIsOneSheetPerOwnerAndProvince() {
        Set<String> expected = planned().stream()
                .map(action -> "callsheet-RM-" + action.segment().key().value(1) + ".html")
                .collect(Collectors.toSet());
        assertEquals(expected, PAGES.keySet());
    }

    @Test
    void everyPlannedActionIsOnOneSheetWithReasonFiguresAndRoomForTheOutcome() {
        MoneyFormat money = new MoneyFormat(RUN.spec().unit());
        for (RecommendedAction action : planned()) {
            String sheet = PAGES.get("callsheet-RM-" + action.segment().key().value(1) + ".html");
            String id = action.id().replace("\"", "&quot;");
            assertEquals(1, sheet.split(java.util.regex.Pattern.quote(id), -1).length - 1, id);
            int row = RUN.panel().index().row(action.segment()).orElseThrow();
            double deposits = RUN.panel()
                    .column("deposits")
                    .value(row, RUN.panel().months().count() - 1);
            for (String part : List.of(
                    action.title().ko(),
                    action.reason().ko(),
                    action.talkingPoints().get(0).ko(),
                    money.format(deposits, Language.KO),
                    money.format(action.worth().value(), Language.KO),
                    "가정에 따른 추정치",
                    action.delivery().due().toString(),
                    "□ 수락")) {
                assertTrue(sheet.contains(part), part);
            }
        }
    }

    @Test
    void sheetsAreWellFormedAndLoadNothing() throws Exception {
        for (String sheet : PAGES.values()) {
            assertFalse(sheet.contains("http://") || sheet.contains("https://") || sheet.contains("src=\""));
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.parse(new InputSource(new StringReader(sheet)));
        }
    }
}
