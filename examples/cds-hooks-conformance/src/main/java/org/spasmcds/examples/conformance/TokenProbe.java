package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Calls a service with tokens that a client must not send. */
final class TokenProbe {

    private static final long HOUR = 3600;

    private final Target target;
    private final Caller caller;
    private final Results results;

    TokenProbe(Target target, Caller caller, Results results) {
        this.target = target;
        this.caller = caller;
        this.results = results;
    }

    void probe(CallProbe.Answer example) {
        target.signer().ifPresent(signer -> new Calls(signer, example).all());
    }

    private final class Calls {

        private final Signer signer;
        private final CallProbe.Answer example;
        private final URI url;

        Calls(Signer signer, CallProbe.Answer example) {
            this.signer = signer;
            this.example = example;
            this.url = target.service(example.service());
        }

        void all() {
            call("jwt-header", Optional.empty());
            Signer stranger = Signer.generate(signer.issuer(), signer.kid());
            call("jwt-signature", Optional.of(stranger.sign(signer.header(), payload())));
            call("jwt-none", Optional.of(Signer.unsigned(signer.header(), payload())));
            call("jwt-symmetric", Optional.of(signer.symmetric(signer.header(), payload())));
            header("jwt-alg", header -> header.remove("alg"));
            header("jwt-kid", header -> header.remove("kid"));
            header("jwt-typ", header -> header.remove("typ"));
            payload("jwt-iss", payload -> payload.remove("iss"));
            payload("jwt-aud", payload -> payload.remove("aud"));
            payload("jwt-other-audience", payload -> payload.put("aud", "https://elsewhere.example/cds-services/x"));
            payload("jwt-exp", payload -> payload.remove("exp"));
            payload("jwt-expired", payload -> {
                long now = Instant.now().getEpochSecond();
                payload.put("iat", now - 2 * HOUR).put("exp", now - HOUR);
            });
            payload("jwt-iat", payload -> payload.remove("iat"));
            payload("jwt-jti", payload -> payload.remove("jti"));
            replay();
        }

        private void replay() {
            Optional<String> token = caller.token(url);
            Exchange first = send(token);
            if (first.refused()) {
                results.put("jwt-replay", Outcome.SKIPPED, first.told() + " to the first use of a token");
            } else {
                call("jwt-replay", token);
            }
        }

        private ObjectNode payload() {
            return signer.payload(url.toString(), Instant.now());
        }

        private void header(String check, Consumer<ObjectNode> damage) {
            ObjectNode header = signer.header();
            damage.accept(header);
            call(check, Optional.of(signer.sign(header, payload())));
        }

        private void payload(String check, Consumer<ObjectNode> damage) {
            ObjectNode payload = payload();
            damage.accept(payload);
            call(check, Optional.of(signer.sign(signer.header(), payload)));
        }

        private void call(String check, Optional<String> token) {
            RefusalProbe.note(check, send(token), results);
        }

        private Exchange send(Optional<String> token) {
            ObjectNode request = example.request().deepCopy();
            request.put("hookInstance", UUID.randomUUID().toString());
            return caller.post(url, request.toString(), token);
        }
    }
}
