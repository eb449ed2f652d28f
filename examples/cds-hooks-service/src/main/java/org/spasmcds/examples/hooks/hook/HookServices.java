package org.spasmcds.examples.hooks.hook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The CDS services of this example. Each hook has an id of its own, though CDS Hooks allows one id for several: clients that key what they
 * know by URL, such as the CDS Hooks sandbox, would lose all but the last.
 */
public final class HookServices {
    /**
     * Only what CDS Hooks 2.0.1 recommends for prefetch queries: reads, equality of tokens, {@code _count} and {@code _sort}. Status is
     * not asked for: a condition that was refuted and a medicine that was stopped lately matter.
     */
    private static final Map<String, String> PREFETCH = new LinkedHashMap<>();

    static {
        PREFETCH.put("patient", "Patient/{{context.patientId}}");
        PREFETCH.put("conditions", ofPatient("Condition", "_sort=-recorded-date&_count=200"));
        PREFETCH.put("medications", ofPatient("MedicationRequest", "_sort=-authoredon&_count=200"));
        PREFETCH.put("laboratory", ofPatient("Observation", "category=laboratory&_sort=-date&_count=200"));
        PREFETCH.put(
                "observations", ofPatient("Observation", "category=vital-signs,exam,survey&_sort=-date&_count=50"));
        PREFETCH.put("statements", ofPatient("MedicationStatement", "_sort=-effective&_count=100"));
        PREFETCH.put("procedures", ofPatient("Procedure", "_sort=-date&_count=50"));
        PREFETCH.put("encounter", "Encounter/{{context.encounterId}}");
    }

    private static final Set<String> NEEDED = Set.of("patient", "conditions", "medications", "laboratory");

    private static final String REQUIREMENTS = "FHIR R4. patient, conditions, medications and laboratory are needed,"
            + " by prefetch or through fhirServer with fhirAuthorization; without them the answer is 412.";

    private static final List<HookService> ALL = List.of(
            service(
                    "patient-view",
                    "spasm-patient-view",
                    "Muscle spasms: causes and warning signs",
                    "What may explain this patient's muscle cramps or spasms, and whether something serious may be behind"
                            + " them. Silent without a cramp, unless a result needs someone to look within days."),
            service(
                    "order-select",
                    "spasm-order-select",
                    "Muscle safety of selected medicines",
                    "Whether the medicines being selected may bring or worsen cramps, muscle damage or dangerous"
                            + " electrolytes, with what the patient has and takes."),
            service(
                    "order-sign",
                    "spasm-order-sign",
                    "Muscle safety of medicines to be signed",
                    "Whether the medicines about to be signed may bring or worsen cramps, muscle damage or dangerous"
                            + " electrolytes, with what the patient has and takes."));

    private HookServices() {}

    private static String ofPatient(String type, String rest) {
        return type + "?patient={{context.patientId}}&" + rest;
    }

    private static HookService service(String hook, String id, String title, String description) {
        return new HookService(hook, title, description, id, PREFETCH, REQUIREMENTS, NEEDED);
    }

    public static List<HookService> all() {
        return ALL;
    }

    public static Optional<HookService> find(String id) {
        return ALL.stream().filter(service -> service.id().equals(id)).findFirst();
    }
}
