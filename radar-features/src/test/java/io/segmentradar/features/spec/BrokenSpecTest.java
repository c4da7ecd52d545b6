package io.segmentradar.features.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertSelection.Budget;
import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.alert.AlertSelection.FalseDiscoveryRate;
import io.segmentradar.core.alert.AlertSelection.RelativeBudget;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.SpecException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test breaks one thing in a spec that is good otherwise. */
class BrokenSpecTest {
    private static final String GOOD = """
            name: tiny
            title: {ko: 작은, en: Tiny}
            month: {column: month, pattern: YYYY-MM}
            unit: {currency: KRW, size: 1e6, label: {ko: 백만원, en: million KRW}}
            keys:
              - {id: region, column: region, label: {ko: 지역, en: Region}}
            amounts:
              - {column: cash in, label: {ko: 입금, en: In}}
              - {column: A-B, label: {ko: 출금, en: Out}}
            kpis:
              - id: net
                label: {ko: 순유입, en: Net}
                kind: signed_flow
                formula: cash in - A-B
            """;

    @TempDir
    Path directory;

    private final SpecLoader loader = new SpecLoader();

    @Test
    void theUnbrokenSpecIsGood() {
        assertEquals(
                "cash in", load(GOOD).kpis().kpi("net").formula().terms().get(0).column());
    }

    @Test
    void anUnknownKeyIsNamedWithLineNearestAndKnownNames() {
        assertBroken(
                GOOD.replace("pattern:", "patern:"),
                "spec.yaml, line 3: month.patern: unknown key (did you mean 'pattern'?); known here: column, pattern");
    }

    @Test
    void aWrongValueIsNamedWithTheAllowedOnes() {
        assertBroken(
                GOOD.replace("signed_flow", "singed_flow"),
                "line 13: kpis[0].kind: 'singed_flow' is not allowed (did you mean 'signed_flow'?); allowed: balance, flow,"
                        + " signed_flow");
        assertBroken(GOOD.replace("YYYY-MM", "MM/YYYY"), "line 3: month.pattern", "allowed: YYYYMM, YYYY-MM");
        assertBroken(GOOD + "calendar: korean\n", "line 15: calendar", "did you mean 'korea'?", "none, korea");
        assertBroken(
                GOOD + "reconciler: bottum_up\n", "line 15: reconciler", "did you mean 'bottom_up'?", "mint_shrink");
    }

    @Test
    void allProblemsAreToldAtOnceInFileOrder() {
        String message = assertBroken(
                GOOD.replace("size: 1e6", "size: -1")
                        .replace("name: tiny", "name: Tiny Bank")
                        .replace("currency: KRW, ", "")
                        .replace("en: Net", "eng: Net"),
                "has 5 problems",
                "line 1: name: 'Tiny Bank' is no id",
                "line 4: unit.currency: is required",
                "line 4: unit.size: expected a number above 0, found the text '-1'",
                "kpis[0].label.en: is required",
                "line 12: kpis[0].label.eng: unknown key (did you mean 'en'?)");
        assertTrue(message.indexOf("line 1:") < message.indexOf("line 4:"));
        assertTrue(message.indexOf("line 4:") < message.indexOf("line 12:"));
    }

    @Test
    void formulasNameColumnsOrEarlierKpis() {
        assertBroken(
                GOOD.replace("cash in - A-B", "cash inn - A-B"),
                "line 14: kpis[0].formula: 'cash inn' is neither a column under 'amounts' nor an earlier KPI (did you mean"
                        + " 'cash in'?)");
        assertBroken(GOOD.replace("cash in - A-B", "cash in -A-B"), "'cash in -A-B' is neither", "Write blanks around");
        assertBroken(GOOD.replace("cash in - A-B", "cash in + + A-B"), "expected a column before '+'");
        assertBroken(GOOD.replace("cash in - A-B", "cash in + "), "expected a column");
        assertBroken(GOOD.replace("cash in - A-B", "cash in + cash in"), "appears twice");
        assertBroken(GOOD.replace("signed_flow", "flow"), "line 13: kpis[0].kind", "the kind is signed_flow");
    }

    @Test
    void aLeadingMinusIsASign() {
        assertEquals(
                -1,
                load(GOOD.replace("cash in - A-B", "'- A-B + cash in'"))
                        .kpis()
                        .kpi("net")
                        .formula()
                        .terms()
                        .get(0)
                        .sign());
    }

    @Test
    void namesAreGivenOnce() {
        assertBroken(GOOD.replace("column: A-B", "column: region"), "line 9: amounts[1].column", "already has a role");
        assertBroken(GOOD.replace("id: net", "id: customer_count"), "'customer_count' is already the name");
        assertBroken(GOOD + "name: again\n", "line 15: name: this key is given twice");
        assertBroken(
                GOOD.replace("amounts:", "  - {id: region, column: other, label: {ko: 지역, en: Region}}\namounts:"),
                "line 7: keys[1].id: 'region' is the id of an earlier key");
    }

    @Test
    void policiesAreChecked() {
        assertBroken(
                GOOD + "alerts: {floors: {nett: 5, net: -1}, inflection_level: 1}\n",
                "has 3 problems",
                "there is no KPI 'nett' (did you mean 'net'?)",
                "alerts.floors.net: expected a number of at least 0, found the text '-1'",
                "alerts.inflection_level: expected a number between 0 and 1");
        assertBroken(GOOD + "actions: {max_per_segment: 1.5}\n", "actions.max_per_segment", "whole");
        assertBroken(GOOD + "actions: {parameters: [1]}\n", "actions.parameters: expected", "found a list");
    }

    @Test
    void aFloorMayBelongToOneLevel() {
        assertEquals(
                7,
                load(GOOD + "alerts: {floors: {net: 5, bank.net: 7}}\n")
                        .alerts()
                        .floor("bank", "net"));
        assertBroken(
                GOOD + "alerts: {floors: {bnk.net: 5}}\n",
                "there is no level 'bnk' (did you mean 'bank'?); known: bank, segment");
    }

    @Test
    void aRateGoesBeforeABudgetAndANumberBeforeOneThatFollowsTheBank() {
        assertEquals(AlertPolicy.USUAL_SELECTION, selection(""));
        assertEquals(new RelativeBudget(7.5), selection("budget_per_100_segments: 7.5"));
        assertEquals(new Budget(30), selection("budget: 30, budget_per_100_segments: 7.5"));
        assertEquals(new FalseDiscoveryRate(0.1, Dependence.POSITIVE), selection("budget: 30, fdr: 0.1"));
        assertBroken(GOOD + "alerts: {budget_per_100_segments: 0}\n", "budget_per_100_segments", "above 0");
    }

    private AlertSelection selection(String keys) {
        return load(GOOD + "alerts: {" + keys + "}\n").alerts().selection();
    }

    @Test
    void shapesAreChecked() {
        assertBroken(GOOD.replace("title: {ko: 작은, en: Tiny}", "title: Tiny"), "title: expected a section");
        assertBroken(GOOD.replace("name: tiny", "name: [a]"), "name: expected one value, found a list");
        assertBroken(GOOD.replace("name: tiny\n", ""), "line 1: name: is required");
        assertBroken(GOOD.replace("amounts:", "ranges:"), "amounts: at least one is required");
        assertBroken("just text", "expected a section with keys");
        assertBroken("", "name: is required");
        assertBroken(GOOD + "---\nname: second\n", "line 16", "a spec is one document");
        assertBroken(GOOD.replace("name: tiny", "name: &a tiny").replace("ko: 작은", "ko: *a"), "aliases");
        assertBroken(GOOD.replace("title: {ko", "title: {ko: {ko"), "this is not YAML");
        assertBroken(GOOD + "\tx: 1\n", "line 15", "this is not YAML");
        assertBroken("[".repeat(5000) + "]".repeat(5000), "not YAML");
    }

    @Test
    void labelsNeedBothLanguages() {
        assertBroken(GOOD.replace("label: {ko: 순유입, en: Net}", "label: {ko: 순유입}"), "kpis[0].label.en: is required");
        assertBroken(GOOD.replace("    label: {ko: 순유입, en: Net}\n", ""), "kpis[0].label: is required: {ko:");
    }

    @Test
    void filesThatAreNoSpecAreTold() throws IOException {
        assertTrue(assertThrows(SpecException.class, () -> loader.load("imbnk"))
                .getMessage()
                .contains("'imbnk' is neither a file nor a built-in spec (did you mean 'imbank'?); built in: imbank"));
        assertTrue(assertThrows(SpecException.class, () -> loader.show("apra"))
                .getMessage()
                .contains("built in: imbank"));
        Path file = directory.resolve("big.yaml");
        Files.write(file, new byte[2 << 20]);
        assertTrue(assertThrows(SpecException.class, () -> loader.load(file.toString()))
                .getMessage()
                .contains("larger than 1 MB"));
        Files.write(file, GOOD.getBytes(Charset.forName("MS949")));
        assertTrue(assertThrows(SpecException.class, () -> loader.load(file.toString()))
                .getMessage()
                .contains("not valid UTF-8"));
        assertTrue(assertThrows(SpecException.class, () -> loader.load(directory.toString()))
                .getMessage()
                .contains("Cannot read spec file"));
    }

    private RadarSpec load(String text) {
        try {
            return loader.load(
                    Files.writeString(directory.resolve("spec.yaml"), text).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String assertBroken(String text, String... parts) {
        String message = assertThrows(SpecException.class, () -> load(text)).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
        return message;
    }
}
