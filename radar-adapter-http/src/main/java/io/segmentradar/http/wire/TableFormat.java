package io.segmentradar.http.wire;

import java.util.Locale;

/** Forms in which a list can be had. */
public enum TableFormat {
    JSON("application/json", "json"),
    CSV("text/csv; charset=utf-8", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String contentType;
    private final String extension;

    TableFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    public String contentType() {
        return contentType;
    }

    public String extension() {
        return extension;
    }

    /** The form an {@code Accept} header asks for: JSON unless only a table is named. */
    public static TableFormat accepted(String accept) {
        String wanted = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        if (wanted.contains("json") || wanted.contains("*/*") || wanted.contains("text/html")) {
            return JSON;
        }
        if (wanted.contains("text/csv")) {
            return CSV;
        }
        return wanted.contains("spreadsheetml") ? XLSX : JSON;
    }
}
