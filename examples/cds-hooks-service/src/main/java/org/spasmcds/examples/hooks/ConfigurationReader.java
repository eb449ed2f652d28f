package org.spasmcds.examples.hooks;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Reads a configuration from a properties file. A key that is not known, or is missing, is an error: a slip must not open the service. */
public final class ConfigurationReader {

    private final Properties given = new Properties();
    private final Set<String> unread = new TreeSet<>();
    private final boolean development;

    private ConfigurationReader(boolean development) {
        this.development = development;
    }

    /**
     * @param development whether the command line allowed development mode; it cannot be switched on in the file
     * @throws IllegalArgumentException with one sentence that names the key, when the file cannot be used
     */
    public static Configuration read(Path file, boolean development) {
        ConfigurationReader reader = new ConfigurationReader(development);
        try (Reader text = Files.newBufferedReader(file)) {
            reader.given.load(text);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + ": cannot be read");
        }
        reader.unread.addAll(reader.given.stringPropertyNames());
        try {
            return reader.read();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getMessage());
        }
    }

    private Configuration read() {
        Limits usual = Limits.USUAL;
        Configuration configuration = new Configuration(
                development,
                url(needed("baseUrl"), "baseUrl"),
                text("host").orElse("127.0.0.1"),
                number("port", 8080, 0, 65535),
                text("tls.keyStore").map(Path::of),
                text("tls.passwordFile").map(Path::of),
                list("origins"),
                clients(),
                urls("fhirServers"),
                needed("feedback.file"),
                flag("feedback.keepComments"),
                number("feedback.days", 365, 1, 3650),
                new Limits(
                        number("limits.requestBytes", usual.requestBytes(), 1000, 100_000_000),
                        Duration.ofMillis(number(
                                "limits.requestMillis",
                                (int) usual.requestTime().toMillis(),
                                1000,
                                60_000)),
                        number("limits.calls", usual.calls(), 1, 1000),
                        Duration.ofMillis(number(
                                "limits.fetchMillis", (int) usual.fetchTime().toMillis(), 10, 60_000)),
                        number("limits.fetchBytes", usual.fetchBytes(), 1000, 100_000_000),
                        number("limits.pages", usual.pages(), 0, 100),
                        number("limits.resources", usual.resources(), 1, 100_000)));
        boolean behindProxy = flag("tls.behindProxy");
        refuseUnless(unread.isEmpty(), unread + " is not known");
        if (!development) {
            refuseUnless(
                    configuration.keyStore().isPresent() != behindProxy,
                    "needs either tls.keyStore, or tls.behindProxy = true where a proxy ends TLS");
            refuseUnless(!configuration.clients().isEmpty(), "needs clients; without tokens only --development runs");
            refuseUnless(
                    configuration.openFhirServers().isEmpty(),
                    "fhirServers is for --development; each client has its own");
            refuseUnless(!configuration.origins().contains("*"), "origins = * is for --development");
        }
        refuseUnless(
                configuration.keyStore().isPresent()
                        == configuration.keyStorePasswordFile().isPresent(),
                "tls.keyStore and tls.passwordFile go together");
        return configuration;
    }

    private List<Client> clients() {
        List<Client> clients = new ArrayList<>();
        for (String name : list("clients")) {
            String prefix = "client." + name + ".";
            String keys = needed(prefix + "keys");
            boolean remote = keys.contains("://");
            if (remote) {
                url(keys, prefix + "keys");
            }
            Optional<String> keysUrl =
                    text(prefix + "keysUrl").or(() -> Optional.of(keys).filter(any -> remote));
            clients.add(new Client(name, needed(prefix + "issuer"), keys, keysUrl, urls(prefix + "fhirServers")));
        }
        return List.copyOf(clients);
    }

    private Optional<String> text(String key) {
        unread.remove(key);
        return Optional.ofNullable(given.getProperty(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private String needed(String key) {
        return text(key).orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
    }

    private List<String> list(String key) {
        return text(key).map(text -> List.of(text.split("[,\\s]+"))).orElse(List.of());
    }

    private List<URI> urls(String key) {
        return list(key).stream().map(text -> url(text, key)).toList();
    }

    private boolean flag(String key) {
        String text = text(key).orElse("false");
        refuseUnless(Set.of("true", "false").contains(text), key + " is true or false");
        return text.equals("true");
    }

    private int number(String key, int usual, int least, int most) {
        String allowed = key + " is a number from " + least + " to " + most;
        try {
            int number = text(key).map(Integer::parseInt).orElse(usual);
            refuseUnless(number >= least && number <= most, allowed);
            return number;
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(allowed);
        }
    }

    private URI url(String text, String key) {
        String allowed =
                key + " is an absolute " + (development ? "" : "https ") + "URL without query, user or fragment";
        try {
            URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean scheme = "https".equals(url.getScheme()) || development && "http".equals(url.getScheme());
            refuseUnless(
                    scheme
                            && url.getHost() != null
                            && url.getUserInfo() == null
                            && url.getQuery() == null
                            && url.getFragment() == null,
                    allowed);
            return url;
        } catch (java.net.URISyntaxException wrong) {
            throw new IllegalArgumentException(allowed);
        }
    }

    private static void refuseUnless(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
