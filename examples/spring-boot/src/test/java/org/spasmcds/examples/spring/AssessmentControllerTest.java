package org.spasmcds.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class AssessmentControllerTest {
    private static final String POTASSIUM = """
            {"resourceType": "Bundle", "type": "collection", "entry": [
              {"resource": {"resourceType": "Patient", "id": "p1", "birthDate": "1955-03-01"}},
              {"resource": {"resourceType": "Observation", "id": "o1", "status": "final",
                "subject": {"reference": "Patient/p1"},
                "code": {"coding": [{"system": "http://loinc.org", "code": "2823-3"}]},
                "effectiveDateTime": "2026-01-15T08:00:00Z",
                "valueQuantity": {"value": %s, "unit": "mmol/L", "system": "http://unitsofmeasure.org", "code": "mmol/L"}}}
            ]}
            """;

    @TestConfiguration
    static class FixedTime {
        @Bean
        @Primary
        Clock fixedClock() {
            return Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);
        }
    }

    @Autowired
    private MockMvcTester caller;

    private MvcTestResult post(String body) {
        return caller.post()
                .uri("/assessments")
                .contentType("application/fhir+json")
                .content(body)
                .exchange();
    }

    @Test
    void aDangerousPotassiumIsAnEmergencyAndANormalOneIsNone() {
        assertThat(post(POTASSIUM.formatted("2.4")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.findings[0].id")
                .isEqualTo("hypokalemia-severe");
        assertThat(post(POTASSIUM.formatted("4.1")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.findings")
                .asArray()
                .isEmpty();
    }

    @Test
    void whatIsNotFhirIsRefusedWithItsPlace() {
        assertThat(post("{\"resourceType\": \"Bundle\", \"entry\": 1}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("Bundle.entry");
    }
}
