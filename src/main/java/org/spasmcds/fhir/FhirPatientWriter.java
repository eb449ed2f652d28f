package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.Patient;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * Writes a patient as a FHIR R4 Bundle, which {@link FhirReader} reads without loss: what FHIR has no element for stands in extensions
 * {@code urn:spasm-cds:field:…}, and every name in the code system {@code urn:spasm-cds:vocabulary}, beside a code of a public
 * terminology where there is one.
 */
public final class FhirPatientWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PATIENT = "Patient/patient";

    private final Concepts concepts;
    private final Vocabulary vocabulary;

    /**
     * @param vocabulary the one of the patients' rule set
     */
    public FhirPatientWriter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        concepts = new Concepts(vocabulary);
    }

    /**
     * A Bundle of the type {@code collection}.
     *
     * @param evaluation spans such as "3 days ago" are counted back from it
     */
    public ObjectNode bundle(Patient patient, Instant evaluation) {
        ObjectNode bundle = NODES.objectNode().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        add(entries, person(patient));
        patient.age().ifPresent(age -> add(entries, age(age)));
        int number = 0;
        for (Entry entry : patient.entries()) {
            add(entries, new EntryWriter(concepts, vocabulary, evaluation, "fact-" + ++number).resource(entry));
        }
        for (Section section : Section.values()) {
            if (patient.complete().contains(section)) {
                add(entries, complete(section));
            }
        }
        return bundle;
    }

    private static void add(ArrayNode entries, ObjectNode resource) {
        entries.addObject()
                .put(
                        "fullUrl",
                        "http://localhost/" + resource.get("resourceType").asText() + "/"
                                + resource.get("id").asText())
                .set("resource", resource);
    }

    private static ObjectNode person(Patient patient) {
        ObjectNode person = NODES.objectNode().put("resourceType", "Patient").put("id", "patient");
        if (!patient.sex().isEmpty()) {
            person.put("gender", patient.sex());
        }
        patient.birthDate().ifPresent(date -> person.put("birthDate", date.toString()));
        return person;
    }

    private static ObjectNode age(double years) {
        ObjectNode age = NODES.objectNode()
                .put("resourceType", "Observation")
                .put("id", "age")
                .put("status", "final");
        age.set("code", Concepts.concept(Systems.LOINC, "30525-0", "Age"));
        subject(age);
        age.putObject("valueQuantity")
                .put("value", years)
                .put("unit", "a")
                .put("system", Systems.UCUM)
                .put("code", "a");
        return age;
    }

    private static ObjectNode complete(Section section) {
        ObjectNode list = NODES.objectNode()
                .put("resourceType", "List")
                .put("id", "complete-" + section.label())
                .put("status", "current")
                .put("mode", "snapshot");
        list.set(
                "code",
                Concepts.concept(Systems.FIELD, "complete:" + section.label(), section.label() + ", all of them"));
        subject(list);
        return list;
    }

    static void subject(ObjectNode resource) {
        resource.putObject("subject").put("reference", PATIENT);
    }

    /** Names as coded concepts. */
    static final class Concepts {
        private static final List<String> EXACT = List.of("LOINC", "SNOMED", "RxNorm");

        private final Vocabulary vocabulary;
        private final Map<String, Optional<ObjectNode>> known = new java.util.concurrent.ConcurrentHashMap<>();

        Concepts(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        ObjectNode of(String name) {
            String display = vocabulary.display(name);
            ObjectNode concept = concept(Systems.VOCABULARY, name, display);
            known.computeIfAbsent(name, this::standard)
                    .ifPresent(coding -> ((ArrayNode) concept.get("coding")).add(coding.deepCopy()));
            return concept.put("text", display);
        }

        /** A checked code that stands for this name alone. */
        private Optional<ObjectNode> standard(String name) {
            return vocabulary.codes().stream()
                    .filter(code -> code.name().equals(name) && code.verified() && EXACT.contains(code.system()))
                    .filter(code -> vocabulary.codes().stream()
                            .filter(other -> other.system().equals(code.system())
                                    && other.code().equals(code.code()))
                            .allMatch(other -> other.name().equals(name)))
                    .findFirst()
                    .map(code -> coding(Systems.address(code.system()), code.code(), code.display()));
        }

        static ObjectNode concept(String system, String code, String display) {
            ObjectNode concept = NODES.objectNode();
            concept.putArray("coding").add(coding(system, code, display));
            return concept;
        }

        private static ObjectNode coding(String system, String code, String display) {
            return NODES.objectNode().put("system", system).put("code", code).put("display", display);
        }
    }
}
