package org.spasmcds.examples.spring;

import java.time.Clock;
import org.spasmcds.Ruleset;
import org.spasmcds.fhir.FhirReader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application that assesses patients. */
@SpringBootApplication
public class Application {
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    /** One for the whole application: it is immutable and shared by all threads. */
    @Bean
    Ruleset rules() {
        return Ruleset.bundled();
    }

    @Bean
    FhirReader fhirReader(Ruleset rules) {
        return FhirReader.of(rules);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
