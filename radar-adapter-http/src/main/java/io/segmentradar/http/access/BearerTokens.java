package io.segmentradar.http.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Verifies bearer tokens of one OIDC issuer: signature, issuer, audience, validity. */
final class BearerTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final AuthFile.Oidc oidc;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** Who a token speaks for. */
    record Subject(String name, String role, Map<String, Set<String>> scope) {}

    BearerTokens(AuthFile.Oidc oidc) {
        this.oidc = oidc;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(oidc.jwks())));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                oidc.audience(),
                new JWTClaimsSet.Builder().issuer(oidc.issuer()).build(),
                Set.of("sub", "exp")));
    }

    private static JWKSource<SecurityContext> keys(String jwks) {
        try {
            if (jwks.startsWith("http://") || jwks.startsWith("https://")) {
                return JWKSourceBuilder.create(URI.create(jwks).toURL())
                        .retrying(true)
                        .build();
            }
            return new ImmutableJWKSet<>(JWKSet.load(new File(jwks)));
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new AccessException("oidc.jwks is not a URL: " + jwks, e);
        } catch (IOException | ParseException e) {
            throw new AccessException("oidc.jwks cannot be read: " + jwks + ": " + e.getMessage(), e);
        }
    }

    /** The subject of a valid token; empty if it is not valid. */
    Optional<Subject> verify(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Object role = claims.getClaim(oidc.roleClaim());
            return Optional.of(new Subject(claims.getSubject(), String.valueOf(role), scope(claims)));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    private Map<String, Set<String>> scope(JWTClaimsSet claims) {
        Map<String, Set<String>> scope = new LinkedHashMap<>();
        if (claims.getClaim(oidc.scopeClaim()) instanceof Map<?, ?> map) {
            map.forEach((dimension, values) -> {
                Set<String> allowed = new LinkedHashSet<>();
                if (values instanceof List<?> list) {
                    list.forEach(value -> allowed.add(String.valueOf(value)));
                }
                scope.put(String.valueOf(dimension), allowed);
            });
        }
        return scope;
    }
}
