package io.segmentradar.http.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that cannot be answered, as a problem document (RFC 9457). The detail tells the caller what is wrong and what
 * would be right; it never holds anything of the inside.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    public Problem(int status, String code, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
    }

    static Problem badParameter(String name, String detail) {
        return new Problem(400, "bad-parameter", "Bad parameter", detail).with("parameter", name);
    }

    static Problem badBody(String detail) {
        return new Problem(400, "bad-body", "Bad request body", detail);
    }

    static Problem notFound(String what, String id) {
        return new Problem(404, "not-found", "Not found", "There is no " + what + " '" + id + "'");
    }

    /** Adds a member to the document. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public int status() {
        return status;
    }

    /** The document: type, title, status, detail, then further members. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:segment-radar:problem:" + code);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", getMessage());
        document.putAll(members);
        return document;
    }
}
