package org.spasmcds.examples.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    private static final String WHOLE = """
            baseUrl = https://cds.example.org
            tls.behindProxy = true
            feedback.file = feedback.db
            origins = https://ehr.example.org
            clients = ehr
            client.ehr.issuer = https://ehr.example.org
            client.ehr.keys = https://ehr.example.org/jwks.json
            client.ehr.fhirServers = https://ehr.example.org/fhir/ https://ehr.example.org/fhir2
            """;

    @TempDir
    private Path folder;

    private Configuration read(String text, boolean development) {
        try {
            return ConfigurationReader.read(Files.writeString(folder.resolve("service.properties"), text), development);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void refused(String why, String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> read(text, false))
                .getMessage();
        assertTrue(message.contains("service.properties: ") && message.contains(why), message);
    }

    @Test
    void aWholeFileIsRead() {
        Configuration read = read(WHOLE, false);
        assertEquals(
                List.of(new Client(
                        "ehr",
                        "https://ehr.example.org",
                        "https://ehr.example.org/jwks.json",
                        Optional.of("https://ehr.example.org/jwks.json"),
                        List.of(
                                URI.create("https://ehr.example.org/fhir"),
                                URI.create("https://ehr.example.org/fhir2")))),
                read.clients());
        assertEquals(Limits.USUAL, read.limits());
    }

    @Test
    void theExampleFileIsRead() {
        Configuration read = ConfigurationReader.read(Path.of("service.properties"), false);
        assertEquals(Limits.USUAL, read.limits());
        assertEquals(1, read.clients().size());
    }

    @Test
    void nothingInsecureCanBeSwitchedOnInTheFile() {
        refused("development", WHOLE + "development = true\n");
        refused("needs clients", WHOLE.replace("clients = ehr", "").replaceAll("client[.].*\n", ""));
        refused("https", WHOLE.replace("baseUrl = https", "baseUrl = http"));
        refused("https", WHOLE.replace("keys = https", "keys = http"));
        refused("https", WHOLE.replace("fhirServers = https", "fhirServers = http"));
        refused("tls.keyStore", WHOLE.replace("tls.behindProxy = true", ""));
        refused("origins", WHOLE.replace("origins = https://ehr.example.org", "origins = *"));
        refused("fhirServers", WHOLE + "fhirServers = https://ehr.example.org/fhir\n");
    }

    @Test
    void aSlipIsNamed() {
        refused("limits.calls is a number from 1 to 1000", WHOLE + "limits.calls = 0\n");
        refused("limits.calls is a number", WHOLE + "limits.calls = many\n");
        refused("[clients.ehr.issuer] is not known", WHOLE + "clients.ehr.issuer = x\n");
        refused("client.ehr.issuer is missing", WHOLE.replaceAll("client.ehr.issuer.*\n", ""));
        refused("feedback.file is missing", WHOLE.replaceAll("feedback.file.*\n", ""));
    }

    @Test
    void developmentNeedsNoClients() {
        Configuration read = read("baseUrl = http://localhost:8080\nfeedback.file = :memory:\norigins = *\n", true);
        assertTrue(read.development());
    }
}
