package io.segmentradar.nba;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogProblemsTest {
    private static final String TRIGGER = "loans >= min_loans && loans_growth > min_growth";

    @TempDir
    Path folder;

    @Test
    void theBuiltInCatalogueHasNoProblem() {
        assertEquals(
                List.of(),
                new NextBestAction().problems(Scene.SPEC.actions(), Scene.SPEC.kpis(), Scene.SPEC.hierarchy()));
    }

    @Test
    void theExampleForAnotherBankHasNoProblem() {
        RadarSpec spec = new SpecLoader()
                .load(Path.of("..", "docs", "examples", "apra.yaml").toString());

        assertEquals(3, spec.actions().catalog().rules().size());
        assertEquals(List.of(), new NextBestAction().problems(spec.actions(), spec.kpis(), spec.hierarchy()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "loan_growth > 0; there is no fact 'loan_growth' (did you mean 'loans_growth'",
                "loans > '우수'; needs a number on each side",
                "grade == 'VIP'; 'grade' is never 'VIP'; it is one of [최우수, 우수, 일반",
                "loans + 1; must be true or false, is a number",
                "loans >; Missing",
                "RANDOM() > 0.5; RANDOM",
                "DT_NOW() > 0; DT_NOW",
                "loans.class == 1; Undefined operator",
                "loans[0] > 1; ",
                "\"java.lang.Runtime.getRuntime() == 1\"; ",
            })
    void aBrokenTriggerIsAnErrorAtLoadThatNamesRuleAndLine(String trigger, String complaint) throws IOException {
        String text = new SpecLoader().show("imbank").replace(TRIGGER, trigger);
        long line = text.substring(0, text.indexOf(trigger)).lines().count();
        Path file = Files.writeString(folder.resolve("spec.yaml"), text);
        RadarSpec spec = new SpecLoader().load(file.toString());

        List<String> problems = new NextBestAction().problems(spec.actions(), spec.kpis(), spec.hierarchy());

        assertEquals(1, problems.size(), problems.toString());
        assertTrue(
                problems.get(0).startsWith("line " + line + ", rule LOAN_OPP: actions.rules[1].trigger: "),
                problems.get(0));
        assertTrue(problems.get(0).contains(complaint == null ? "" : complaint), problems.get(0));
    }

    @Test
    void aTextWithAnUnknownFigureIsAnError() throws IOException {
        String text = new SpecLoader().show("imbank").replace("{limit_utilisation} used", "{limit_used} used");
        Path file = Files.writeString(folder.resolve("spec.yaml"), text);
        RadarSpec spec = new SpecLoader().load(file.toString());

        String problem = new NextBestAction()
                .problems(spec.actions(), spec.kpis(), spec.hierarchy())
                .get(0);

        assertTrue(problem.contains("LOAN_OPP") && problem.contains("{limit_used}"), problem);
    }

    @Test
    void anOverrideOfAParameterThatNoRuleHasIsAnError() {
        ActionPolicy old = Scene.SPEC.actions();
        ActionPolicy policy = new ActionPolicy(
                Map.of("loan_opp.min_grow", 0.1), old.catalog(), old.arbitration(), old.contact(), old.plan());

        String problem = new NextBestAction()
                .problems(policy, Scene.SPEC.kpis(), Scene.SPEC.hierarchy())
                .get(0);

        assertTrue(problem.contains("loan_opp.min_growth"), problem);
    }

    @Test
    void aParameterIsOverriddenByThePolicy() {
        ActionPolicy old = Scene.SPEC.actions();
        Scene scene = new Scene()
                .policy(new ActionPolicy(
                        Map.of("loan_opp.min_growth", 0.2),
                        old.catalog(),
                        old.arbitration(),
                        old.contact(),
                        old.plan()));
        scene.segment().expects("loans", 350);

        assertTrue(scene.recommend().silentRules().contains("LOAN_OPP"));
    }
}
