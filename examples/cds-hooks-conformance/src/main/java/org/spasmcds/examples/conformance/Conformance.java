package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command line: checks a service by its URL, or documents by their files. */
public final class Conformance {

    private static final String USAGE = """
            Checks a CDS Hooks service against every binding sentence of CDS Hooks 2.0.1.

              URL                 the service's base URL, without /cds-services
              FILE...             or documents: discovery, request, response or feedback

              --key FILE          a private JSON Web Key (P-384) that signs the calls (ES384)
              --issuer URI        the issuer of the tokens; needed with --key
              --kid, --jku, --tenant   what else the tokens say
              --new-key FILE      writes a new key to FILE and its public key set to FILE.jwks
              --requests FOLDER   requests of your own instead of the kit's
              --needs-data        each service needs data, so 412 is the only right answer without
              --fhir-port PORT    where the kit's FHIR server listens, if the service must know it before
              --production        plain HTTP is wrong even on this machine
              --trust FILE        a certificate (PEM) to trust, such as one that the service made itself
              --strict            what is tolerated counts as failed
              --timeout SECONDS   how long an answer may take; 10 if not said
              --junit FILE        writes JUnit XML beside the table

            Ends with 0 when nothing failed, 1 when something did, 2 when it was called wrongly.
            """;

    private Conformance() {}

    public static void main(String[] arguments) {
        // exec:java runs in Maven's process: a plain exit with 0 would hide what Maven has to say
        int code = run(List.of(arguments));
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(List<String> arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.has("--new-key")) {
                return newKey(Path.of(options.values().get("--new-key")), options);
            }
            if (options.operands().isEmpty() || options.has("--help")) {
                System.out.print(USAGE);
                return options.has("--help") ? 0 : 2;
            }
            return options.operands().get(0).contains("://") ? service(options) : documents(options.operands());
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e instanceof IOException ? "cannot read or write " + e.getMessage() : e.getMessage());
            return 2;
        }
    }

    private static int service(Options options) throws IOException {
        Report report = check(options);
        System.out.print(report.text());
        if (options.has("--junit")) {
            Files.writeString(Path.of(options.values().get("--junit")), report.junit());
        }
        long wrong = report.count(Outcome.FAILED) + (options.has("--strict") ? report.count(Outcome.TOLERATED) : 0);
        return wrong == 0 ? 0 : 1;
    }

    static Report check(Options options) throws IOException {
        Target target = options.target(options.operands().get(0));
        return Report.of(target, Kit.run(target, options.samples()));
    }

    private static int documents(List<String> files) throws IOException {
        int wrong = 0;
        for (String file : files) {
            Optional<JsonNode> document = Json.read(Files.readString(Path.of(file)));
            Optional<Documents.Type> type = document.flatMap(Documents::type);
            if (type.isEmpty()) {
                System.out.println(file + ": is no discovery, request, response or feedback document");
                wrong++;
                continue;
            }
            List<Finding> findings = Documents.check(type.get(), document.get()).all();
            System.out.println(file + ": " + type.get().name().toLowerCase(java.util.Locale.ROOT) + ", "
                    + (findings.isEmpty() ? "nothing wrong" : findings.size() + " wrong"));
            findings.forEach(finding -> System.out.println("  " + finding.check() + " at " + finding));
            wrong += findings.size();
        }
        return wrong == 0 ? 0 : 1;
    }

    private static int newKey(Path file, Options options) throws IOException {
        Signer signer = Signer.generate("", options.value("--kid").orElse("cds-hooks-conformance"));
        Files.writeString(file, signer.privateJwk().toPrettyString());
        var set = Json.MAPPER.createObjectNode();
        set.putArray("keys").add(signer.publicJwk());
        Files.writeString(Path.of(file + ".jwks"), set.toPrettyString());
        return 0;
    }
}
