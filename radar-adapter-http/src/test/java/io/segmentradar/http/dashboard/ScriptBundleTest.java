package io.segmentradar.http.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptBundleTest {
    @Test
    void modulesComeOnceInTheOrderOfNeedAndEachInAScopeOfItsOwn() {
        String script = ScriptBundle.of(
                "app.js",
                Map.of(
                        "app.js",
                                "import { b } from './lib/b.js';\nimport { a as first } from './lib/a.js';\nfirst(b);",
                        "lib/b.js", "import { a } from './a.js';\nconst own = 1;\nexport const b = a(own);",
                        "lib/a.js", "const own = 2;\nexport function a(x) {\n  return x + own;\n}")::get);

        assertEquals("""
                // lib/a.js
                const module_lib_a_js = (() => {
                const own = 2;
                function a(x) {
                  return x + own;
                }
                return { a };
                })();
                // lib/b.js
                const module_lib_b_js = (() => {
                const { a } = module_lib_a_js;
                const own = 1;
                const b = a(own);
                return { b };
                })();
                // app.js
                const module_app_js = (() => {
                const { b } = module_lib_b_js;
                const { a: first } = module_lib_a_js;
                first(b);
                return {  };
                })();
                """, script);
    }

    @Test
    void librariesStayFilesOfTheirOwn() {
        String script = ScriptBundle.of(
                "app.js",
                Map.of(
                        "app.js", "import { h } from './lib/html.js';\nh();",
                        "lib/html.js", "export * from '../vendor/view-1.2.3.js';")::get);

        assertTrue(
                script.startsWith("import * as module_vendor_view_1_2_3_js from './vendor/view-1.2.3.js';\n"), script);
        assertTrue(script.contains("return { ...module_vendor_view_1_2_3_js };"), script);
    }

    @Test
    void whatCannotBeBundledIsToldWithFileAndLine() {
        assertRefused(Map.of("app.js", "\nimport defaults from './a.js';"), "app.js:2", "import defaults");
        assertRefused(Map.of("app.js", "export default 1;"), "app.js:1");
        assertRefused(
                Map.of("app.js", "import { b, c } from './a.js';", "a.js", "export const b = 1;"),
                "app.js:1",
                "a.js does not export c");
        assertRefused(
                Map.of("app.js", "import { a } from './a.js';", "a.js", "import './app.js';"), "app.js needs itself");
        assertRefused(
                Map.of("app.js", "import { b as a } from './a.js';\nfunction a() {}", "a.js", "export const b = 1;"),
                "app.js:2 declares a a second time");
    }

    private static void assertRefused(Map<String, String> files, String... words) {
        String message = assertThrows(IllegalStateException.class, () -> ScriptBundle.of("app.js", files::get))
                .getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }
}
