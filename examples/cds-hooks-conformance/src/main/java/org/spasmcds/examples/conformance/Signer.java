package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs tokens as a client does, with ES384.
 *
 * @param issuer the {@code iss} of its tokens
 * @param kid the name of the key
 * @param jku where the service finds the public key, if it is told in the token
 * @param tenant the healthcare organization, if one is told
 */
record Signer(String issuer, String kid, Optional<String> jku, Optional<String> tenant, KeyPair keys) {

    private static final int COORDINATE_BYTES = 48;

    /** A new key pair. */
    static Signer generate(String issuer, String kid) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp384r1"));
            return new Signer(issuer, kid, Optional.empty(), Optional.empty(), generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Takes the key from a JSON Web Key with its private part.
     *
     * @throws IllegalArgumentException when it is not one of the curve P-384
     */
    static Signer of(JsonNode jwk, String issuer, Optional<String> kid, Optional<String> jku, Optional<String> tenant) {
        if (!"P-384".equals(jwk.path("crv").asText()) || !jwk.has("d") || !jwk.has("x") || !jwk.has("y")) {
            throw new IllegalArgumentException(
                    "the key must be a JSON Web Key of the curve P-384 with its private part (crv, x, y, d)");
        }
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp384r1"));
            ECParameterSpec spec = curve.getParameterSpec(ECParameterSpec.class);
            KeyFactory factory = KeyFactory.getInstance("EC");
            KeyPair keys = new KeyPair(
                    factory.generatePublic(new ECPublicKeySpec(new ECPoint(number(jwk, "x"), number(jwk, "y")), spec)),
                    factory.generatePrivate(new ECPrivateKeySpec(number(jwk, "d"), spec)));
            return new Signer(issuer, kid.orElse(jwk.path("kid").asText("kit")), jku, tenant, keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot be used: " + e.getMessage(), e);
        }
    }

    private static BigInteger number(JsonNode jwk, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.get(field).asText()));
    }

    /** The public key as a JSON Web Key. */
    ObjectNode publicJwk() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ObjectNode jwk = Json.MAPPER.createObjectNode();
        jwk.put("kty", "EC")
                .put("use", "sig")
                .put("crv", "P-384")
                .put("kid", kid)
                .put("alg", "ES384");
        jwk.put("x", coordinate(key.getW().getAffineX()));
        jwk.put("y", coordinate(key.getW().getAffineY()));
        return jwk;
    }

    /** The key as a JSON Web Key with its private part. */
    ObjectNode privateJwk() {
        return publicJwk().put("d", coordinate(((ECPrivateKey) keys.getPrivate()).getS()));
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return base64(fixed);
    }

    /** The header of a right token. */
    ObjectNode header() {
        ObjectNode header = Json.MAPPER
                .createObjectNode()
                .put("alg", "ES384")
                .put("typ", "JWT")
                .put("kid", kid);
        jku.ifPresent(url -> header.put("jku", url));
        return header;
    }

    /** The payload of a right token: good for one minute. */
    ObjectNode payload(String audience, Instant now) {
        ObjectNode payload = Json.MAPPER.createObjectNode();
        payload.put("iss", issuer).put("aud", audience);
        payload.put("exp", now.getEpochSecond() + 60).put("iat", now.getEpochSecond());
        payload.put("jti", UUID.randomUUID().toString());
        tenant.ifPresent(name -> payload.put("tenant", name));
        return payload;
    }

    String token(String audience) {
        return sign(header(), payload(audience, Instant.now()));
    }

    /** Any header and payload with the signature of this key. */
    String sign(JsonNode header, JsonNode payload) {
        String signed = signedPart(header, payload);
        try {
            Signature signature = Signature.getInstance("SHA384withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed with HMAC and the public key as the secret: what a careless service takes for its client's. */
    String symmetric(ObjectNode header, JsonNode payload) {
        String signed = signedPart(header.put("alg", "HS384"), payload);
        try {
            Mac mac = Mac.getInstance("HmacSHA384");
            mac.init(new SecretKeySpec(keys.getPublic().getEncoded(), "HmacSHA384"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not signed at all. */
    static String unsigned(ObjectNode header, JsonNode payload) {
        return signedPart(header.put("alg", "none"), payload) + ".";
    }

    private static String signedPart(JsonNode header, JsonNode payload) {
        return base64(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + base64(payload.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
