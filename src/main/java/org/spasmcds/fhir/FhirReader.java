package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Ruleset;
import org.spasmcds.json.Documents;

/**
 * Reads patients from FHIR R4: a Bundle, a list of resources, or Bulk Data (NDJSON). Nothing is guessed: what is not understood, not
 * final, without a unit or too old is listed with its reason. Immutable; one instance serves any number of threads.
 */
public final class FhirReader {
    private final Ruleset ruleset;
    private final Codes codes;
    private final Product product;
    private final boolean drafts;

    private FhirReader(Ruleset ruleset, Codes codes, Product product, boolean drafts) {
        this.ruleset = ruleset;
        this.codes = codes;
        this.product = product;
        this.drafts = drafts;
    }

    public static FhirReader of(Ruleset ruleset) {
        Codes codes = new Codes(ruleset.vocabulary());
        return new FhirReader(ruleset, codes, new Product(codes), false);
    }

    /** A reader for which medicines that are only being ordered (status {@code draft}) count as taken from the evaluation on. */
    public FhirReader withDrafts() {
        return new FhirReader(ruleset, codes, product, true);
    }

    /**
     * Reads one patient.
     *
     * @param json a Bundle, a resource, a list of resources, or NDJSON
     * @param evaluation the time at which the patient is to be assessed
     * @throws InvalidFhirException when it is not FHIR, or about several patients; the message names the place
     */
    public FhirPatient read(String json, Instant evaluation) {
        return one(documents(json), evaluation);
    }

    /**
     * As {@link #read(String, Instant)}.
     *
     * @param document a Bundle, a resource, or a list of resources
     */
    public FhirPatient read(JsonNode document, Instant evaluation) {
        return one(documents(document), evaluation);
    }

    /**
     * Reads every patient, in the order of the Patient resources.
     *
     * @param json a Bundle, a list of resources, or NDJSON
     * @throws InvalidFhirException when it is not FHIR; the message names the place
     */
    public List<FhirPatient> readAll(String json, Instant evaluation) {
        return all(Resources.of(documents(json)), evaluation);
    }

    /**
     * As {@link #readAll(String, Instant)}, for resources from several places.
     *
     * @param documents Bundles and resources
     */
    public List<FhirPatient> readAll(List<JsonNode> documents, Instant evaluation) {
        return all(Resources.of(documents), evaluation);
    }

    /** Whether a document is a FHIR resource or a list of such, and no patient document of this library. */
    public static boolean isFhir(JsonNode document) {
        JsonNode first = document.isArray() ? document.path(0) : document;
        return first.path("resourceType").isTextual();
    }

    private FhirPatient one(List<JsonNode> documents, Instant evaluation) {
        Resources resources = Resources.of(documents);
        List<Share> shares = Share.of(resources);
        List<Share> persons = shares.stream().filter(Share::hasPerson).toList();
        if (persons.size() > 1 || (persons.isEmpty() && shares.size() > 1)) {
            throw new InvalidFhirException(
                    "document",
                    "is about " + Math.max(persons.size(), shares.size())
                            + " patients; allowed here: one (read several with readAll)");
        }
        Share share = !persons.isEmpty() ? persons.get(0) : shares.isEmpty() ? new Share("") : shares.get(0);
        List<Resource> others = shares.stream()
                .filter(other -> other != share)
                .flatMap(other -> other.resources().stream())
                .toList();
        return read(share, others, resources, evaluation);
    }

    private List<FhirPatient> all(Resources resources, Instant evaluation) {
        return Share.of(resources).stream()
                .map(share -> read(share, List.of(), resources, evaluation))
                .toList();
    }

    private FhirPatient read(Share share, List<Resource> others, Resources resources, Instant evaluation) {
        Objects.requireNonNull(evaluation, "evaluation");
        return new PatientRead(ruleset, codes, product, drafts, resources, evaluation)
                .read(share.reference(), share.person(), share.resources(), others);
    }

    private static List<JsonNode> documents(JsonNode document) {
        if (!document.isArray()) {
            return List.of(document);
        }
        List<JsonNode> documents = new ArrayList<>();
        document.forEach(documents::add);
        return documents;
    }

    /** One JSON document, or one a line. */
    private static List<JsonNode> documents(String json) {
        return BulkData.hasLines(json) ? BulkData.lines(json) : documents(document(json, ""));
    }

    static JsonNode document(String json, String line) {
        try {
            return Documents.read(json);
        } catch (InvalidPatientException e) {
            throw new InvalidFhirException(
                    line.isEmpty() ? e.field() : line + ", " + e.field().replace("line 1, ", ""), e.allowed());
        }
    }
}
