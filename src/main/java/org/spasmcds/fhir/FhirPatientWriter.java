package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spasmcds.Patient;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.Code;
import org.spasmcds.vocabulary.Kind;
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
        private static final Pattern MASS = Pattern.compile("[munp]?g/.*");
        private static final Pattern MOLES = Pattern.compile("[munp]?(mol|Eq)/.*");

        private final Codes codes;

        Concepts(Vocabulary vocabulary) {
            codes = new Codes(vocabulary);
        }

        /** A name that is no test: with a code that is called the same, for many codes of a name say more than the name. */
        ObjectNode of(String name) {
            return concept(
                    name,
                    checked(name, "SNOMED", "RxNorm")
                            .filter(code -> code.display().equalsIgnoreCase(name)
                                    || codes.spelled(code.display(), Kind.values())
                                            .filter(called -> called.id().equals(name))
                                            .isPresent())
                            .findFirst());
        }

        /** A test: with a code for the sort of amount that the unit gives. */
        ObjectNode of(String test, String unit) {
            String property = MASS.matcher(unit).matches()
                    ? "[Mass/volume]"
                    : MOLES.matcher(unit).matches() ? "[Moles/volume]" : "";
            return concept(
                    test,
                    checked(test, "LOINC")
                            .filter(code -> code.display().contains(property))
                            .findFirst());
        }

        private Stream<Code> checked(String name, String... systems) {
            return codes.vocabulary().codes().stream()
                    .filter(code -> code.name().equals(name) && code.verified())
                    .filter(code -> List.of(systems).contains(code.system()));
        }

        private ObjectNode concept(String name, Optional<Code> code) {
            String display = codes.vocabulary().display(name);
            ObjectNode concept = concept(Systems.VOCABULARY, name, display);
            code.ifPresent(each -> ((ArrayNode) concept.get("coding"))
                    .add(coding(Systems.address(each.system()), each.code(), each.display())));
            return concept.put("text", display);
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
