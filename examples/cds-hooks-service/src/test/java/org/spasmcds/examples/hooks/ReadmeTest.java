package org.spasmcds.examples.hooks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds that the page shows what the service answers to the request beside it. */
class ReadmeTest {
    @Test
    void theCardOnThePageIsTheCardThatIsAnswered() throws IOException {
        String page = Files.readString(Path.of("README.md"));
        byte[] request = Files.readAllBytes(Path.of("requests/order-sign-clarithromycin.json"));
        try (Running service = Running.open()) {
            JsonNode card =
                    service.cards("spasm-order-sign", Json.object(request)).path(0);
            assertTrue(page.contains(card.path("summary").asText()), card.toString());
            String quoted = ("> " + card.path("detail").asText().replace("\n", "\n> ")).replace("> \n", ">\n");
            assertTrue(page.contains(quoted), quoted);
            assertTrue(
                    page.contains(card.path("suggestions").path(0).path("label").asText()));
        }
    }
}
