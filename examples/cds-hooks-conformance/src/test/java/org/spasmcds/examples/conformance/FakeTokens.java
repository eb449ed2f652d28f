package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The token checks of the fake service, of which each can be left out by the name of the kit's check. */
final class FakeTokens {

    private final Signer client;
    private final Set<String> leftOut;
    private final Set<String> used = new HashSet<>();

    FakeTokens(Signer client, Set<String> leftOut) {
        this.client = client;
        this.leftOut = leftOut;
    }

    synchronized boolean right(String authorization, String endpoint) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return leftOut.contains("jwt-header");
        }
        String[] parts = authorization.substring("Bearer ".length()).split("\\.", -1);
        JsonNode header = decoded(parts[0]);
        JsonNode payload = decoded(parts[1]);
        return signed(header.path("alg").asText(""), parts) && header(header) && payload(payload, endpoint);
    }

    private boolean signed(String algorithm, String[] parts) {
        return switch (algorithm) {
            case "none" -> leftOut.contains("jwt-none");
            case "HS384" -> leftOut.contains("jwt-symmetric") && symmetric(parts);
            case "" -> leftOut.contains("jwt-alg") && verified(parts);
            default -> verified(parts);
        };
    }

    private boolean verified(String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA384withECDSAinP1363Format");
            signature.initVerify(client.keys().getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2])) || leftOut.contains("jwt-signature");
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean symmetric(String[] parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA384");
            mac.init(new SecretKeySpec(client.keys().getPublic().getEncoded(), "HmacSHA384"));
            byte[] wanted = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return java.util.Arrays.equals(wanted, Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean header(JsonNode header) {
        return (header.path("kid").asText("").equals(client.kid()) || leftOut.contains("jwt-kid"))
                && (header.path("typ").asText("").equals("JWT") || leftOut.contains("jwt-typ"));
    }

    private boolean payload(JsonNode payload, String endpoint) {
        long now = Instant.now().getEpochSecond();
        String audience = payload.path("aud").asText("");
        boolean meant = audience.isEmpty()
                ? leftOut.contains("jwt-aud")
                : audience.equals(endpoint) || leftOut.contains("jwt-other-audience");
        boolean lives = payload.has("exp")
                ? payload.get("exp").asLong() >= now || leftOut.contains("jwt-expired")
                : leftOut.contains("jwt-exp");
        boolean fresh = payload.has("jti")
                ? used.add(payload.get("jti").asText()) || leftOut.contains("jwt-replay")
                : leftOut.contains("jwt-jti");
        return meant
                && lives
                && fresh
                && (payload.path("iss").asText("").equals(client.issuer()) || leftOut.contains("jwt-iss"))
                && (payload.has("iat") || leftOut.contains("jwt-iat"));
    }

    private static JsonNode decoded(String part) {
        return Json.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
