package io.segmentradar.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String PRODUCT = "io.segmentradar";
    private static final String PLANTED = "io.segmentradar.planted";
    private static final Map<String, String> VIOLATIONS = violations();

    private static Map<String, String> violations() {
        Map<String, String> planted = new LinkedHashMap<>();
        planted.put("core uses the JDK alone", "UsesLibrary");
        for (String name :
                new String[] {"Kpi", "Segment", "Panel", "Forecast", "Alert", "Driver", "Alike", "Fx", "Action"}) {
            planted.put("core." + name.toLowerCase(java.util.Locale.ROOT) + " knows its place", name + "UsesRun");
        }
        planted.put("core has no clock, file, random, thread or logger", "ReadsClock");
        planted.put("core records hold no arrays", "HoldsArray");
        planted.put("core has no setters", "HasSetter");
        planted.put("core exceptions are radar exceptions", "RootlessException");
        planted.put("native models stay in models.lightgbm", "UsesNative");
        planted.put("CSV parser stays in features.csv", "UsesCsv");
        planted.put("formula library stays in nba.rule", "UsesFormulas");
        planted.put("optimiser stays in nba.plan", "UsesOptimiser");
        planted.put("Javalin stays in http", "UsesJavalin");
        planted.put("picocli stays in cli", "UsesPicocli");
        planted.put("PDF and mail stay in report", "SendsMail");
        planted.put("SQL stays in store", "UsesSql");
        planted.put("Jackson stays at the edges", "UsesLibrary");
        planted.put("features knows core only", "UsesModels");
        planted.put("models knows core and features only", "UsesNba");
        planted.put("nba knows core only", "UsesFeatures");
        planted.put("store knows core only", "UsesHttp");
        planted.put("http knows core only", "HttpUsesNba");
        planted.put("report knows core only", "ReportUsesHttp");
        planted.put("packages have no cycles", "Two");
        return planted;
    }

    private static JavaClasses product() {
        return ProductClasses.IMPORTED;
    }

    private static final class ProductClasses {
        static final JavaClasses IMPORTED = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("/planted/"))
                .importPackages(PRODUCT);
    }

    private static final class PlantedClasses {
        static final JavaClasses IMPORTED = new ClassFileImporter().importPackages(PLANTED);
    }

    static Stream<String> rules() {
        return new ArchitectureRules(PRODUCT).all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(String name) {
        rule(PRODUCT, name).check(product());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCatchesItsPlantedViolation(String name) {
        EvaluationResult result = rule(PLANTED, name).evaluate(PlantedClasses.IMPORTED);

        assertTrue(result.hasViolation(), "nothing was caught");
        String report = String.join("\n", result.getFailureReport().getDetails());
        assertTrue(report.contains(VIOLATIONS.get(name)), () -> "not the planted one:\n" + report);
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        assertEquals(Set.copyOf(rules().toList()), VIOLATIONS.keySet());
    }

    @ParameterizedTest
    @MethodSource("io.segmentradar.architecture.ArchitectureRules#namedPackages")
    void aPackageThatARuleNamesIsNotEmpty(String name) {
        assertFalse(product()
                .that(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                        PRODUCT + "." + name + ".."))
                .isEmpty());
    }

    private static ArchRule rule(String base, String name) {
        return new ArchitectureRules(base).all().get(name);
    }
}
