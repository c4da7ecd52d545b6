package io.segmentradar.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of docs/architecture.md over a base package, so that a tree of planted violations can be checked too. */
final class ArchitectureRules {
    /** Packages of core and those of their siblings that each may use, besides itself. */
    private static final Map<String, List<String>> CORE = core();

    private final String base;

    ArchitectureRules(String base) {
        this.base = base;
    }

    private static Map<String, List<String>> core() {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        allowed.put("kpi", List.of());
        allowed.put("segment", List.of("kpi"));
        allowed.put("panel", List.of("segment", "kpi"));
        allowed.put("alike", List.of("panel", "segment", "kpi"));
        allowed.put("forecast", List.of("alike", "panel", "segment", "kpi"));
        allowed.put("alert", List.of("alike", "forecast", "panel", "segment", "kpi"));
        allowed.put("driver", List.of("alike", "alert", "forecast", "panel", "segment", "kpi"));
        allowed.put("fx", List.of("panel", "segment", "kpi"));
        allowed.put("action", List.of("fx", "alike", "driver", "alert", "forecast", "panel", "segment", "kpi"));
        return allowed;
    }

    /** Every package of the product that a rule names. */
    static List<String> namedPackages() {
        List<String> named = new ArrayList<>(List.of(
                "core",
                "core.run",
                "features.csv",
                "features.spec",
                "models.lightgbm",
                "nba",
                "http",
                "report",
                "cli"));
        CORE.keySet().forEach(name -> named.add("core." + name));
        return named;
    }

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("core uses the JDK alone", coreUsesTheJdkAlone());
        CORE.forEach((name, allowed) -> rules.put("core." + name + " knows its place", corePackage(name, allowed)));
        rules.put("core has no clock, file, random, thread or logger", coreIsPure());
        rules.put("core records hold no arrays", coreRecordsHoldNoArrays());
        rules.put("core has no setters", coreHasNoSetters());
        rules.put("core exceptions are radar exceptions", coreExceptionsShareARoot());
        rules.put(
                "native models stay in models.lightgbm",
                only("models.lightgbm", "io.github.metarank..", "com.microsoft.ml.."));
        rules.put("CSV parser stays in features.csv", only("features.csv", "com.univocity.."));
        rules.put("formula library stays in nba.rule", only("nba.rule", "com.ezylang.."));
        rules.put("optimiser stays in nba.plan", only("nba.plan", "org.ojalgo.."));
        rules.put("Javalin stays in http", only("http", "io.javalin.."));
        rules.put("picocli stays in cli", only("cli", "picocli.."));
        rules.put(
                "PDF and mail stay in report",
                only("report", "com.openhtmltopdf..", "org.apache.pdfbox..", "jakarta.mail.."));
        rules.put("SQL stays in store", only("store", "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb.."));
        rules.put("Jackson stays at the edges", jacksonStaysAtTheEdges());
        rules.put("features knows core only", module("features", "core"));
        rules.put("models knows core and features only", module("models", "core", "features"));
        rules.put("nba knows core only", module("nba", "core"));
        rules.put("store knows core only", module("store", "core"));
        rules.put("http knows core only", module("http", "core"));
        rules.put("report knows core only", module("report", "core"));
        rules.put(
                "packages have no cycles",
                slices().matching(base + ".(*).(*)..").should().beFreeOfCycles());
        return rules;
    }

    private String in(String name) {
        return base + "." + name + "..";
    }

    private ArchRule coreUsesTheJdkAlone() {
        return classes()
                .that()
                .resideInAPackage(in("core"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(in("core"), "java.."));
    }

    private ArchRule corePackage(String name, List<String> allowed) {
        String[] packages = Stream.concat(
                        Stream.concat(Stream.of(name), allowed.stream()).map(sibling -> in("core." + sibling)),
                        Stream.of("java..", base + ".core"))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(in("core." + name))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages));
    }

    private ArchRule coreIsPure() {
        return noClasses()
                .that()
                .resideInAPackage(in("core"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.nio.file..", "java.util.logging..", "java.lang.System.Logger")
                                .or(named("java.util.Random"))
                                .or(named("java.io.File"))
                                .or(named("java.lang.Thread"))
                                .or(named("java.util.concurrent.Executors")))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethodWhere(
                        new DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall>("now() of a clock") {
                            @Override
                            public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                                return call.getName().equals("now")
                                        && call.getTargetOwner()
                                                .getPackageName()
                                                .equals("java.time");
                            }
                        })
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return JavaClass.Predicates.assignableTo(name);
    }

    private ArchRule coreRecordsHoldNoArrays() {
        return fields().that(new DescribedPredicate<JavaField>("are components of core records") {
                    @Override
                    public boolean test(JavaField field) {
                        return field.getOwner().isRecord()
                                && resideInAPackage(in("core")).test(field.getOwner())
                                && !field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC);
                    }
                })
                .should()
                .haveRawType(not(new DescribedPredicate<JavaClass>("an array") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isArray();
                    }
                }));
    }

    private ArchRule coreHasNoSetters() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(in("core"))
                .should()
                .haveNameMatching("set[A-Z].*");
    }

    private ArchRule coreExceptionsShareARoot() {
        return classes()
                .that()
                .resideInAPackage(in("core"))
                .and()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(base + ".core.RadarException");
    }

    private ArchRule only(String owner, String... libraries) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .resideOutsideOfPackage(in(owner))
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries));
    }

    private ArchRule jacksonStaysAtTheEdges() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and(not(resideInAnyPackage(in("features.spec"), in("http"), in("cli"), in("store"), in("report"))))
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml.."));
    }

    private ArchRule module(String name, String... mayUse) {
        String[] allowed = Stream.concat(Stream.of(in(name)), Stream.of(mayUse).map(this::in))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat(resideInAPackage(base + "..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true);
    }
}
