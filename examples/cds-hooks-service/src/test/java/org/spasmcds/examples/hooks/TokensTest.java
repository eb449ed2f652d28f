package org.spasmcds.examples.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final String BASE = "https://cds.example.org";
    private static final String AUDIENCE = BASE + "/cds-services/spasm-patient-view";
    private static final String KEYS_URL = "https://ehr.example.org/jwks.json";

    @TempDir
    private static Path folder;

    private static Running service;
    private static ECKey key;
    private static ECKey otherClientsKey;
    private static RSAKey rsaKey;

    @BeforeAll
    static void start() throws JOSEException, IOException {
        key = new ECKeyGenerator(Curve.P_384).keyID("one").generate();
        rsaKey = new RSAKeyGenerator(2048).keyID("two").generate();
        otherClientsKey = new ECKeyGenerator(Curve.P_384).keyID("one").generate();
        Path keys = Files.writeString(folder.resolve("keys"), new JWKSet(List.of(key, rsaKey)).toString());
        Path others = Files.writeString(folder.resolve("others"), new JWKSet(otherClientsKey).toString());
        Configuration open = Configuration.development(0);
        service = Running.with(new Configuration(
                false,
                URI.create(BASE),
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.empty(),
                List.of("https://ehr.example.org"),
                List.of(
                        new Client("ehr", "https://ehr.example.org", keys.toString(), Optional.of(KEYS_URL), List.of()),
                        new Client(
                                "other", "https://other.example.org", others.toString(), Optional.empty(), List.of())),
                List.of(),
                ":memory:",
                false,
                365,
                open.limits()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://ehr.example.org")
                .audience(AUDIENCE)
                .issueTime(Date.from(Running.NOW))
                .expirationTime(Date.from(Running.NOW.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString());
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID("one");
    }

    private static String signed(JWSHeader.Builder header, JWTClaimsSet.Builder claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header.build(), claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static String es384(JWTClaimsSet.Builder claims) {
        try {
            return signed(header(JWSAlgorithm.ES384), claims, new ECDSASigner(key));
        } catch (JOSEException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static HttpResponse<String> call(String token) {
        return service.post(
                "/cds-services/spasm-patient-view",
                Running.text(new Chart().view()),
                request -> request.header("Authorization", "Bearer " + token));
    }

    private static void refused(String why, String token) {
        HttpResponse<String> response = call(token);
        assertEquals(401, response.statusCode(), why);
        assertTrue(response.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
        assertTrue(response.body().contains(why), response.body());
    }

    private static void refused(String why, UnaryOperator<JWTClaimsSet.Builder> change) {
        refused(why, es384(change.apply(claims())));
    }

    @Test
    void theTwoRecommendedAlgorithmsAreAccepted() throws JOSEException {
        assertEquals(200, call(es384(claims())).statusCode());
        assertEquals(
                200,
                call(signed(header(JWSAlgorithm.RS384).keyID("two"), claims(), new RSASSASigner(rsaKey)))
                        .statusCode());
    }

    @Test
    void aTokenIsAcceptedOnce() {
        String token = es384(claims());
        assertEquals(200, call(token).statusCode());
        refused("used before", token);
    }

    @Test
    void noTokenIsRefused() {
        assertEquals(401, service.post("/cds-services/spasm-patient-view", "{}").statusCode());
        assertEquals(
                401,
                service.post("/cds-services/spasm-patient-view/feedback", "{}").statusCode());
        assertEquals(401, service.get("/feedback-report").statusCode());
        refused("not a signed JWT", "nonsense");
        refused("not a signed JWT", "a.b.c");
    }

    @Test
    void discoveryIsOpen() {
        assertEquals(200, service.get("/cds-services").statusCode());
    }

    @Test
    void unsignedAndSymmetricTokensAreRefused() throws JOSEException {
        refused("not a signed JWT", new PlainJWT(claims().build()).serialize());
        byte[] publicKey = key.toECPublicKey().getEncoded();
        refused("alg", signed(header(JWSAlgorithm.HS256), claims(), new MACSigner(publicKey)));
    }

    @Test
    void aTokenSignedBySomebodyElseIsRefused() throws JOSEException {
        refused("signature", signed(header(JWSAlgorithm.ES384), claims(), new ECDSASigner(otherClientsKey)));
        refused(
                "signature",
                signed(header(JWSAlgorithm.ES384), claims().issuer("https://other.example.org"), new ECDSASigner(key)));
        String token = es384(claims());
        refused("", token.substring(0, token.length() - 8) + "AAAAAAAA");
    }

    @Test
    void onlyTheKeysOfTheConfigurationCount() throws JOSEException {
        JWSSigner stranger = new ECDSASigner(otherClientsKey);
        refused("key along", signed(header(JWSAlgorithm.ES384).jwk(otherClientsKey.toPublicJWK()), claims(), stranger));
        refused(
                "jku",
                signed(
                        header(JWSAlgorithm.ES384).jwkURL(URI.create("https://evil.example.org/k")),
                        claims(),
                        stranger));
        assertEquals(
                200,
                call(signed(header(JWSAlgorithm.ES384).jwkURL(URI.create(KEYS_URL)), claims(), new ECDSASigner(key)))
                        .statusCode());
    }

    @Test
    void theHeaderFieldsThatCdsHooksRequiresMustBeThere() throws JOSEException {
        refused("kid", signed(header(JWSAlgorithm.ES384).keyID(null), claims(), new ECDSASigner(key)));
        refused("typ", signed(header(JWSAlgorithm.ES384).type(null), claims(), new ECDSASigner(key)));
        refused("signature", signed(header(JWSAlgorithm.ES384).keyID("gone"), claims(), new ECDSASigner(key)));
    }

    @Test
    void theClaimsThatCdsHooksRequiresMustBeThere() {
        refused("iss", claims -> claims.issuer(null));
        refused("iss", claims -> claims.issuer("https://stranger.example.org"));
        refused("aud", claims -> claims.audience((String) null));
        refused("exp", claims -> claims.expirationTime(null));
        refused("iat", claims -> claims.issueTime(null));
        refused("jti", claims -> claims.jwtID(null));
    }

    @Test
    void theAudienceIsTheServiceThatIsCalled() {
        refused("aud", claims -> claims.audience(BASE + "/cds-services/spasm-order-sign"));
        refused("aud", claims -> claims.audience(BASE + "/cds-services"));
        refused("aud", claims -> claims.audience(AUDIENCE + "/"));
        assertEquals(
                200,
                call(es384(claims().audience(List.of("https://a.example.org", AUDIENCE))))
                        .statusCode());
    }

    @Test
    void feedbackTakesTheAudienceOfItsServiceOrItsOwn() {
        for (String audience : List.of(AUDIENCE, AUDIENCE + "/feedback")) {
            HttpResponse<String> response = service.post(
                    "/cds-services/spasm-patient-view/feedback",
                    "{\"feedback\":[{\"card\":\"x\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-01-15T12:00:00Z\"}]}",
                    request -> request.header("Authorization", "Bearer " + es384(claims().audience(audience))));
            assertEquals(200, response.statusCode(), response.body());
        }
    }

    @Test
    void timesCountToTheSecondWithHalfAMinuteForTheClocks() {
        refused("expired", claims -> claims.expirationTime(Date.from(Running.NOW.minusSeconds(30))));
        assertEquals(
                200,
                call(es384(claims().expirationTime(Date.from(Running.NOW.minusSeconds(29)))))
                        .statusCode());
        refused("iat", claims -> claims.issueTime(Date.from(Running.NOW.plusSeconds(31))));
        assertEquals(
                200,
                call(es384(claims().issueTime(Date.from(Running.NOW.plusSeconds(30)))))
                        .statusCode());
        refused("nbf", claims -> claims.notBeforeTime(Date.from(Running.NOW.plusSeconds(31))));
        refused("minutes ahead", claims -> claims.expirationTime(Date.from(Running.NOW.plusSeconds(631))));
        assertEquals(
                200,
                call(es384(claims().expirationTime(Date.from(Running.NOW.plusSeconds(630)))))
                        .statusCode());
    }

    @Test
    void onlyTheNamedOriginMayCallFromABrowser() {
        assertEquals("https://ehr.example.org", allowed("https://ehr.example.org"));
        assertEquals("", allowed("https://evil.example.org"));
    }

    private static String allowed(String origin) {
        return service.get("/cds-services", request -> request.header("Origin", origin))
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }
}
