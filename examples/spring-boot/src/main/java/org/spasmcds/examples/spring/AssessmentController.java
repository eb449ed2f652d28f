package org.spasmcds.examples.spring;

import java.time.Clock;
import java.time.Instant;
import org.spasmcds.Ruleset;
import org.spasmcds.fhir.FhirPatient;
import org.spasmcds.fhir.FhirReader;
import org.spasmcds.fhir.InvalidFhirException;
import org.spasmcds.json.BasisWriter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes a FHIR Bundle of one patient and answers with the assessment and what it rests on. */
@RestController
class AssessmentController {
    private final Ruleset rules;
    private final FhirReader reader;
    private final Clock clock;

    AssessmentController(Ruleset rules, FhirReader reader, Clock clock) {
        this.rules = rules;
        this.reader = reader;
        this.clock = clock;
    }

    /** The JSON comes from spasm-cds as text, so that it does not matter which Jackson the application uses. */
    @PostMapping(
            path = "/assessments",
            consumes = {"application/fhir+json", "application/json"},
            produces = "application/json")
    String assess(@RequestBody String bundle) {
        Instant now = clock.instant();
        FhirPatient read = reader.read(bundle, now);
        return BasisWriter.document(read.reference(), rules.explain(read.patient(), now))
                .toString();
    }

    /** The message names a place in the caller's own document. Do not log it: it may repeat what stands there. */
    @ExceptionHandler
    ProblemDetail refuse(InvalidFhirException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
    }
}
