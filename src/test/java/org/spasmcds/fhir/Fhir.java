package org.spasmcds.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spasmcds.TestRules;
import org.spasmcds.intake.Entry;

/** Small pieces of FHIR for tests, and what was read of them. */
final class Fhir {
    static final Instant NOW = TestRules.NOW;
    static final FhirReader READER = FhirReader.of(TestRules.bundled());

    private Fhir() {}

    /** A Bundle of these resources beside a woman born in 1950; single quotes stand for double ones. */
    static String bundle(String... resources) {
        String others =
                Stream.of(resources).map(each -> ",{'resource':" + each + "}").collect(Collectors.joining());
        return json("{'resourceType':'Bundle','type':'collection','entry':["
                + "{'resource':{'resourceType':'Patient','id':'p','gender':'female','birthDate':'1950-05-01'}}"
                + others + "]}");
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }

    static FhirPatient read(String... resources) {
        return READER.read(bundle(resources), NOW);
    }

    /** A resource about the patient. */
    static String resource(String type, String fields) {
        return "{'resourceType':'" + type + "','id':'x','subject':{'reference':'Patient/p'}," + fields + "}";
    }

    static String observation(String fields) {
        return resource("Observation", "'status':'final','effectiveDateTime':'2026-01-15T08:00:00Z'," + fields);
    }

    static String loinc(String code) {
        return "'code':" + concept("http://loinc.org", code);
    }

    static String snomed(String code) {
        return "'code':" + concept("http://snomed.info/sct", code);
    }

    static String concept(String system, String code) {
        return "{'coding':[{'system':'" + system + "','code':'" + code + "'}]}";
    }

    static String quantity(String value, String unit) {
        return "'valueQuantity':{'value':" + value + ",'system':'http://unitsofmeasure.org','code':'" + unit + "'}";
    }

    /** The one fact of this name. */
    static Entry fact(FhirPatient patient, String name) {
        List<Entry> found = facts(patient, name);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " facts of " + name + ": " + patient);
        }
        return found.get(0);
    }

    static List<Entry> facts(FhirPatient patient, String name) {
        return patient.patient().entries().stream()
                .filter(each -> each.name().equals(name))
                .toList();
    }

    /** What was read but for where it came from, or nothing. */
    static Optional<Map<String, Object>> values(FhirPatient patient, String name) {
        return facts(patient, name).stream().findFirst().map(entry -> {
            Map<String, Object> values = new java.util.TreeMap<>(entry.values());
            values.remove("document");
            return values;
        });
    }

    static List<UnusedReason> reasons(FhirPatient patient) {
        return patient.unused().stream().map(UnusedResource::reason).toList();
    }
}
