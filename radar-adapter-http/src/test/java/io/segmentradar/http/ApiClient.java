package io.segmentradar.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Talks to a running server as a client program would. */
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    public ApiClient(RadarHttpServer server) {
        this.base = "http://127.0.0.1:" + server.port();
    }

    /** Encodes a value for a path or query. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return HTTP.send(request(path, headers).build(), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        return HTTP.send(request(path, headers).build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return HTTP.send(
                request(path, headers).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** The JSON of a good answer. */
    public JsonNode json(String path, String... headers) throws Exception {
        HttpResponse<String> response = get(path, headers);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }
}
