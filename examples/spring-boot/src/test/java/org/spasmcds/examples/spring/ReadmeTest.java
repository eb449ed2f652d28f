package org.spasmcds.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds that the page shows the code that the other test runs. */
class ReadmeTest {
    @Test
    void theCodeOnThePageIsTheCodeThatRuns() throws IOException {
        String page = Files.readString(Path.of("README.md"));
        Path sources = Path.of("src/main/java/org/spasmcds/examples/spring");
        for (String file : new String[] {"Application.java", "AssessmentController.java"}) {
            String code = Files.readString(sources.resolve(file));
            assertThat(page).contains(code.substring(code.indexOf("/**")).strip());
        }
    }
}
