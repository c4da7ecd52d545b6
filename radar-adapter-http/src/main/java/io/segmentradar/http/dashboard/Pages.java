package io.segmentradar.http.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What every page is made of: the document, one script and one style sheet, put together from their parts. */
record Pages(Asset document, Map<String, Asset> assets) {
    static final String SCRIPT = "app.js";
    static final String STYLE = "app.css";
    private static final List<String> STYLES = List.of("font", "base", "frame", "parts", "table", "pages");

    static Pages assemble() {
        Asset script = Asset.of(SCRIPT, bytes(ScriptBundle.of(SCRIPT, Asset::text)));
        Asset style = Asset.of(STYLE, bytes(styles()));
        // With its hash in the address a file never has to be asked for again, and a new version is seen at once.
        String document = Asset.text("index.html")
                .replace("/assets/" + SCRIPT, "/assets/" + SCRIPT + "?v=" + script.hash())
                .replace("/assets/" + STYLE, "/assets/" + STYLE + "?v=" + style.hash());
        return new Pages(Asset.of("index.html", bytes(document)), Map.of(SCRIPT, script, STYLE, style));
    }

    private static String styles() {
        return STYLES.stream().map(name -> Asset.text("style/" + name + ".css")).collect(Collectors.joining("\n"))
                + "\n@media print {\n" + Asset.text("style/print.css") + "}\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
