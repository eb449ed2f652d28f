package org.spasmcds.examples.hooks.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.spasmcds.examples.hooks.Client;
import org.spasmcds.examples.hooks.Refused;

class ClientKeysTest {
    private static final String AUDIENCE = "https://cds.example.org/cds-services/a";

    private static String token(ECKey key) throws JOSEException {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer("https://ehr.example.org")
                        .audience(AUDIENCE)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        token.sign(new ECDSASigner(key));
        return "Bearer " + token.serialize();
    }

    private static Tokens tokens(String keys) {
        Client client = new Client("ehr", "https://ehr.example.org", keys, Optional.of(keys), List.of());
        return new Tokens(List.of(client), Clock.systemUTC());
    }

    @Test
    void keysAtAUrlAreFetchedOnceForManyTokens() throws JOSEException, IOException {
        ECKey key = new ECKeyGenerator(Curve.P_384).keyID("one").generate();
        byte[] set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        AtomicInteger fetched = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/jwks.json", exchange -> {
            fetched.incrementAndGet();
            try (exchange) {
                exchange.sendResponseHeaders(200, set.length);
                exchange.getResponseBody().write(set);
            }
        });
        server.start();
        try {
            Tokens tokens = tokens("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
            for (int i = 0; i < 5; i++) {
                assertEquals("ehr", tokens.check(token(key), List.of(AUDIENCE)).name());
            }
            assertEquals(1, fetched.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void keysThatCannotBeReadRefuseForNow() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_384).keyID("one").generate();
        Tokens tokens = tokens("http://127.0.0.1:1/jwks.json");
        String token = token(key);
        assertEquals(
                503,
                assertThrows(Refused.class, () -> tokens.check(token, List.of(AUDIENCE)))
                        .status());
    }

    @Test
    void aFileWithoutKeysIsSaidAtTheStart() {
        String message = assertThrows(IllegalArgumentException.class, () -> tokens("pom.xml"))
                .getMessage();
        assertEquals("client ehr: pom.xml holds no JWK set", message);
    }
}
