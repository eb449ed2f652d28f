package org.spasmcds.examples.hooks.auth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.concurrent.TimeUnit;
import org.spasmcds.examples.hooks.Client;

/** The public keys of a client, from the place that the configuration names. */
final class ClientKeys {
    private static final long OUTAGE_MILLIS = TimeUnit.HOURS.toMillis(4);

    private ClientKeys() {}

    /** From a file once; from a URL with a cache of five minutes, at most one fetch in thirty seconds, and the last ones in an outage. */
    static JWKSource<SecurityContext> of(Client client) {
        if (!client.keys().contains("://")) {
            return fromFile(client);
        }
        try {
            return JWKSourceBuilder.create(URI.create(client.keys()).toURL())
                    .retrying(true)
                    .outageTolerant(OUTAGE_MILLIS)
                    .build();
        } catch (IOException wrong) {
            throw new IllegalArgumentException("client " + client.name() + ": keys are not at a URL that can be read");
        }
    }

    private static JWKSource<SecurityContext> fromFile(Client client) {
        try {
            return new ImmutableJWKSet<>(JWKSet.load(new File(client.keys())).toPublicJWKSet());
        } catch (IOException | ParseException wrong) {
            throw new IllegalArgumentException("client " + client.name() + ": " + client.keys() + " holds no JWK set");
        }
    }
}
