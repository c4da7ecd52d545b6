package io.segmentradar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.http.api.RadarServices;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of the bank's own sign-on. */
class TokenAccessTest {
    @TempDir
    static Path directory;

    private static RSAKey issuerKey;

    @BeforeAll
    static void makeKey() throws Exception {
        issuerKey = new RSAKeyGenerator(2048).keyID("k1").generate();
    }

    private static RadarHttpServer serverThatTrusts(String jwks) throws Exception {
        Path auth = Files.createTempFile(directory, "auth", ".yaml");
        Files.writeString(auth, "oidc: {issuer: 'https://login.example', audience: radar, jwks: '" + jwks + "'}\n");
        return RadarHttpServer.start(
                new HttpSettings("127.0.0.1", 0, Optional.of(auth)),
                RadarServices.readOnly(RadarQueries.of(RadarRuns.run())));
    }

    private static String token(RSAKey key, String audience, String role, Instant expires) throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("https://login.example")
                .audience(audience)
                .subject("max@bank")
                .expirationTime(Date.from(expires))
                .claim("radar_role", role)
                .claim("radar_scope", Map.of("province", List.of("서울")))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static int statusWith(ApiClient api, String token) throws Exception {
        return api.get("/api/overview/", "Authorization", "Bearer " + token).statusCode();
    }

    @Test
    void tokensOfTheIssuerAreTakenIfAndOnlyIfTheyAreValid() throws Exception {
        Path jwks = directory.resolve("jwks.json");
        Files.writeString(jwks, new JWKSet(issuerKey.toPublicJWK()).toString());
        try (RadarHttpServer server = serverThatTrusts(jwks.toString())) {
            ApiClient api = new ApiClient(server);
            Instant soon = Instant.now().plusSeconds(300);
            String good = token(issuerKey, "radar", "manager", soon);
            JsonNode segments = api.json("/api/segments/", "Authorization", "Bearer " + good);
            assertEquals(18, segments.get("total_count").asInt());

            RSAKey stranger = new RSAKeyGenerator(2048).keyID("k1").generate();
            assertEquals(401, statusWith(api, token(stranger, "radar", "admin", soon)), "signed by somebody else");
            assertEquals(401, statusWith(api, token(issuerKey, "other", "admin", soon)), "for another audience");
            assertEquals(
                    401,
                    statusWith(
                            api,
                            token(issuerKey, "radar", "admin", Instant.now().minusSeconds(600))),
                    "expired");
            assertEquals(401, statusWith(api, token(issuerKey, "radar", "king", soon)), "a role nobody knows");
            String[] parts = good.split("\\.");
            assertEquals(401, statusWith(api, "eyJhbGciOiJub25lIn0." + parts[1] + "."), "unsigned");
        }
    }

    @Test
    void theIssuersKeysAreFetchedFromItsAddress() throws Exception {
        byte[] keys = new JWKSet(issuerKey.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        HttpServer issuer = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        issuer.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        Instant soon = Instant.now().plusSeconds(300);
        try (RadarHttpServer fetching =
                serverThatTrusts("http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys")) {
            ApiClient client = new ApiClient(fetching);
            String good = token(issuerKey, "radar", "manager", soon);
            String stolen = good.substring(0, good.length() - 6) + "AAAAAA";
            assertEquals(
                    200,
                    client.get("/api/segments/", "Authorization", "Bearer " + good)
                            .statusCode());
            assertEquals(
                    401,
                    client.get("/api/segments/", "Authorization", "Bearer " + stolen)
                            .statusCode());
        } finally {
            issuer.stop(0);
        }
    }
}
