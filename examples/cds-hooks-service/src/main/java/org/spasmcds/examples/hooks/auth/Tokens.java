package org.spasmcds.examples.hooks.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.Key;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.examples.hooks.Client;
import org.spasmcds.examples.hooks.Refused;

/** Checks the signed tokens of CDS clients, as CDS Hooks 2.0.1 describes them under "Trusting CDS Clients". */
public final class Tokens {
    /** Asymmetric ones only. CDS Hooks recommends ES384 and RS384. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.ES384,
            JWSAlgorithm.RS384,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES512,
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512);

    /** How far the clocks of client and service may differ. */
    static final Duration SKEW = Duration.ofSeconds(30);

    /** A token that lives longer would have to be remembered for longer. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private static final int LONGEST_TOKEN = 8192;
    private static final int LONGEST_ID = 256;
    private static final int MOST_USED = 1_000_000;

    private record Trusted(Client client, JWSVerificationKeySelector<SecurityContext> keys) {}

    private final Map<String, Trusted> byIssuer = new HashMap<>();
    private final Replays replays = new Replays(MOST_USED);
    private final Clock clock;

    /**
     * @throws IllegalArgumentException when the keys of a client cannot be read from their file
     */
    public Tokens(List<Client> clients, Clock clock) {
        this.clock = clock;
        for (Client client : clients) {
            byIssuer.put(
                    client.issuer(),
                    new Trusted(client, new JWSVerificationKeySelector<>(ALGORITHMS, ClientKeys.of(client))));
        }
    }

    /**
     * The client that sent a token.
     *
     * @param authorization the Authorization header; null when there is none
     * @param audiences the URLs of which the token must name one
     * @throws Refused when it is not to be trusted, with the check that failed
     */
    public Client check(String authorization, Collection<String> audiences) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw untrusted("a signed token is needed in the header Authorization: Bearer");
        }
        if (authorization.length() > LONGEST_TOKEN) {
            throw untrusted("the token is too long");
        }
        try {
            SignedJWT token = SignedJWT.parse(authorization.substring(7).strip());
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Trusted trusted = byIssuer.get(claims.getIssuer() == null ? "" : claims.getIssuer());
            if (trusted == null || claims.getIssuer() == null) {
                throw untrusted("iss is not a known client");
            }
            checkHeader(token.getHeader(), trusted.client());
            checkSignature(token, trusted.keys());
            checkClaims(claims, audiences);
            return trusted.client();
        } catch (ParseException | IllegalArgumentException wrong) {
            throw untrusted("it is not a signed JWT");
        }
    }

    private static void checkHeader(JWSHeader header, Client client) {
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw untrusted("alg is not one of the accepted asymmetric algorithms");
        }
        if (!JOSEObjectType.JWT.equals(header.getType())) {
            throw untrusted("typ is not JWT");
        }
        if (header.getKeyID() == null) {
            throw untrusted("kid is missing");
        }
        // A key that the token brings along proves nothing, and a URL that it names is never fetched.
        if (header.getJWK() != null || header.getX509CertURL() != null || header.getX509CertChain() != null) {
            throw untrusted("it brings a key along");
        }
        if (header.getJWKURL() != null
                && !client.keysUrl()
                        .equals(java.util.Optional.of(header.getJWKURL().toString()))) {
            throw untrusted("jku is not the one of this client");
        }
    }

    private static void checkSignature(SignedJWT token, JWSVerificationKeySelector<SecurityContext> keys) {
        try {
            for (Key key : keys.selectJWSKeys(token.getHeader(), null)) {
                if (token.verify(new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), key))) {
                    return;
                }
            }
        } catch (KeySourceException unreachable) {
            throw new Refused(503, "the keys of the client cannot be read now");
        } catch (JOSEException wrong) {
            throw untrusted("the signature cannot be checked");
        }
        throw untrusted("the signature does not fit any key of the client");
    }

    private void checkClaims(JWTClaimsSet claims, Collection<String> audiences) {
        Instant now = clock.instant();
        if (claims.getAudience().stream().noneMatch(audiences::contains)) {
            throw untrusted("aud is not the URL that was called");
        }
        Instant expires = needed(claims.getExpirationTime(), "exp");
        Instant issued = needed(claims.getIssueTime(), "iat");
        if (!expires.plus(SKEW).isAfter(now)) {
            throw untrusted("it has expired");
        }
        if (issued.minus(SKEW).isAfter(now)) {
            throw untrusted("iat lies in the future");
        }
        if (claims.getNotBeforeTime() != null
                && claims.getNotBeforeTime().toInstant().minus(SKEW).isAfter(now)) {
            throw untrusted("nbf lies in the future");
        }
        if (expires.isAfter(now.plus(LONGEST_LIFE).plus(SKEW))) {
            throw untrusted("exp lies more than " + LONGEST_LIFE.toMinutes() + " minutes ahead");
        }
        String id = claims.getJWTID();
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            throw untrusted("jti is missing or too long");
        }
        if (!replays.use(claims.getIssuer() + " " + id, expires.plus(SKEW), now)) {
            throw untrusted("it was used before");
        }
    }

    private static Instant needed(Date time, String name) {
        if (time == null) {
            throw untrusted(name + " is missing");
        }
        return time.toInstant();
    }

    private static Refused untrusted(String why) {
        return new Refused(401, "the token is refused: " + why);
    }
}
