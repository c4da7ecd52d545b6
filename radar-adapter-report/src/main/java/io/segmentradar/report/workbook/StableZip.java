package io.segmentradar.report.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes a workbook again with the run's own time stamps, so that the same run gives the same bytes. */
final class StableZip {
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*";

    private StableZip() {}

    static void copy(Path workbook, Instant created, OutputStream out) throws IOException {
        ZipOutputStream target = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (ZipFile source = new ZipFile(workbook.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : Collections.list(source.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(ENTRY_TIME);
                target.putNextEntry(copy);
                try (InputStream content = source.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        target.write(text.replaceAll(CREATED, "$1" + created).getBytes(StandardCharsets.UTF_8));
                    } else {
                        content.transferTo(target);
                    }
                }
                target.closeEntry();
            }
        }
        target.finish();
    }
}
