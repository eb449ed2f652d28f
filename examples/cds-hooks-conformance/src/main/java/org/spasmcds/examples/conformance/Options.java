package org.spasmcds.examples.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** What was said on the command line. */
record Options(List<String> operands, Map<String, String> values) {

    private static final Set<String> WITH_VALUE = Set.of(
            "--key",
            "--issuer",
            "--kid",
            "--jku",
            "--tenant",
            "--requests",
            "--junit",
            "--timeout",
            "--fhir-port",
            "--trust",
            "--new-key");
    private static final Set<String> FLAGS = Set.of("--production", "--needs-data", "--strict", "--help");

    /** @throws IllegalArgumentException when an option is unknown or lacks its value */
    static Options parse(List<String> arguments) {
        List<String> operands = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (FLAGS.contains(argument)) {
                values.put(argument, "");
            } else if (WITH_VALUE.contains(argument)) {
                if (++i == arguments.size()) {
                    throw new IllegalArgumentException(argument + " needs a value");
                }
                values.put(argument, arguments.get(i));
            } else if (argument.startsWith("--")) {
                throw new IllegalArgumentException("unknown option " + argument);
            } else {
                operands.add(argument);
            }
        }
        return new Options(operands, values);
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    Target target(String url) throws IOException {
        Duration timeout = Duration.ofSeconds(Long.parseLong(value("--timeout").orElse("10")));
        return new Target(
                URI.create(url), signer(), has("--production"), has("--needs-data"), fhirPort(), trust(), timeout);
    }

    private Optional<SSLContext> trust() throws IOException {
        return has("--trust") ? Optional.of(Trust.certificate(Path.of(values.get("--trust")))) : Optional.empty();
    }

    private int fhirPort() {
        return Integer.parseInt(value("--fhir-port").orElse("0"));
    }

    private Optional<Signer> signer() throws IOException {
        if (!has("--key")) {
            return Optional.empty();
        }
        String issuer =
                value("--issuer").orElseThrow(() -> new IllegalArgumentException("--key needs --issuer beside it"));
        String text = Files.readString(Path.of(values.get("--key")));
        return Optional.of(Signer.of(
                Json.read(text).orElseThrow(() -> new IllegalArgumentException(values.get("--key") + " is not JSON")),
                issuer,
                value("--kid"),
                value("--jku"),
                value("--tenant")));
    }

    Samples samples() throws IOException {
        return has("--requests")
                ? Samples.folder(Path.of(values.get("--requests")), Instant.now())
                : Samples.bundled(Instant.now());
    }
}
