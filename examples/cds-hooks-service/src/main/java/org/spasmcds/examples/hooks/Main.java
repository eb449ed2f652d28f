package org.spasmcds.examples.hooks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.examples.hooks.feedback.FeedbackReport;
import org.spasmcds.examples.hooks.feedback.FeedbackStore;
import org.spasmcds.examples.hooks.http.HooksServer;

/** Starts the service, or prints what became of its cards. */
public final class Main {
    private static final String USAGE = """
            Usage: cds-hooks-service --config FILE                 start the service
                   cds-hooks-service --development [--port PORT] [--fhir-server URL]...
                                                                   start it without any protection, for your own machine
                   cds-hooks-service --development --config FILE   the same with settings from a file
                   cds-hooks-service --report FILE                 the override rate of each rule, from a feedback file
            """;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        try {
            run(List.of(arguments), System.out);
        } catch (IllegalArgumentException | IOException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    private static void run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() == 2 && arguments.get(0).equals("--report")) {
            try (FeedbackStore feedback = FeedbackStore.existing(arguments.get(1), Clock.systemUTC())) {
                out.print(FeedbackReport.text(feedback.report()));
            }
            return;
        }
        Configuration configuration = configuration(arguments);
        System.getProperties().putIfAbsent("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT%1$tz %4$s %5$s%n");
        Ruleset rules = Ruleset.bundled();
        HooksServer server = HooksServer.start(configuration, rules, Clock.systemUTC());
        new Thread(() -> warmUp(rules)).start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        out.println((configuration.development() ? "INSECURE DEVELOPMENT MODE. " : "") + "Listening on "
                + configuration.host() + ":" + server.port() + "; " + server.baseUrl() + "/cds-services");
    }

    /** So that the first caller does not wait for classes to be loaded. */
    private static void warmUp(Ruleset rules) {
        Patient patient = rules.patient()
                .age(70)
                .cramp("calf")
                .medicine("simvastatin")
                .medicine("clarithromycin")
                .build();
        for (int i = 0; i < 3; i++) {
            rules.explain(patient, Instant.EPOCH);
        }
    }

    private static Configuration configuration(List<String> arguments) {
        List<java.net.URI> servers = new ArrayList<>();
        boolean development = false;
        Path file = null;
        int port = 8080;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--development" -> development = true;
                case "--config" -> file = Path.of(value(arguments, ++i));
                case "--port" -> port = Integer.parseInt(value(arguments, ++i));
                case "--fhir-server" -> servers.add(java.net.URI.create(value(arguments, ++i)));
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        if (file != null) {
            return ConfigurationReader.read(file, development);
        }
        if (!development) {
            throw new IllegalArgumentException(USAGE);
        }
        return Configuration.development(port, servers.toArray(java.net.URI[]::new));
    }

    private static String value(List<String> arguments, int at) {
        if (at >= arguments.size()) {
            throw new IllegalArgumentException(USAGE);
        }
        return arguments.get(at);
    }
}
