package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;

/** What a MedicationRequest, MedicationStatement or MedicationAdministration is about: a code in it, or a Medication elsewhere. */
final class Medication {
    private static final Set<Kind> KINDS = Set.of(Kind.MEDICINE, Kind.MEDICINE_CLASS);

    private final Codes codes;
    private final Resources resources;
    private final Product product;

    Medication(Codes codes, Resources resources, Product product) {
        this.codes = codes;
        this.resources = resources;
        this.product = product;
    }

    /**
     * @param code by which it was understood, else the first one
     * @param reason why there is no ingredient
     * @param note how the ingredients were found, where it was not by a code
     */
    record Content(List<Product.Ingredient> ingredients, String code, UnusedReason reason, String note) {}

    Content of(Resource order) {
        JsonNode concept = order.get("medicationCodeableConcept");
        if (concept.isObject()) {
            return content(concept, List.of(), order);
        }
        JsonNode reference = Resource.first(order.json(), "medicationReference", "medication");
        Optional<Resource> medication = resources.resolve(order, reference);
        if (medication.isEmpty()) {
            UnusedReason reason = reference.isObject() ? UnusedReason.UNRESOLVED_REFERENCE : UnusedReason.NO_CODE;
            return new Content(
                    List.of(), "", reason, reference.path("reference").asText(""));
        }
        if (medication.get().text("status").equals("entered-in-error")) {
            return new Content(List.of(), "", UnusedReason.ENTERED_IN_ERROR, "the Medication");
        }
        List<JsonNode> parts = new ArrayList<>();
        medication.get().get("ingredient").forEach(parts::add);
        // What a contained Medication refers to stands beside it in the order.
        Resource base = reference.path("reference").asText("").startsWith("#") ? order : medication.get();
        return content(medication.get().get("code"), parts, base);
    }

    private Content content(JsonNode concept, List<JsonNode> parts, Resource base) {
        Map<Name, OptionalDouble> found = new LinkedHashMap<>();
        Codes.Match match = codes.find(concept);
        String words = words(concept);
        if (Product.isLocal(words)) {
            return new Content(List.of(), match.code(), UnusedReason.NOT_SYSTEMIC, words);
        }
        match.names().stream()
                .filter(name -> KINDS.contains(name.kind()))
                .forEach(name -> found.put(name, OptionalDouble.empty()));
        for (JsonNode part : parts) {
            JsonNode item = part.path("itemCodeableConcept");
            JsonNode code = item.isObject()
                    ? item
                    : resources
                            .resolve(base, part.path("itemReference"))
                            .map(resource -> resource.get("code"))
                            .orElse(item);
            codes.find(code).names().stream()
                    .filter(name -> KINDS.contains(name.kind()))
                    .forEach(name -> found.put(name, strength(part.path("strength"))));
        }
        List<Product.Ingredient> spelled = product.ingredients(words);
        String note = "";
        if (found.isEmpty()) {
            spelled.forEach(ingredient -> found.put(ingredient.name(), ingredient.mgPerPiece()));
            note = found.isEmpty() ? "" : "ingredient by its name in \"" + words + "\"";
        } else {
            spelled.stream()
                    .filter(ingredient -> ingredient.mgPerPiece().isPresent())
                    .forEach(ingredient -> found.computeIfPresent(
                            ingredient.name(), (name, known) -> known.isPresent() ? known : ingredient.mgPerPiece()));
        }
        List<Product.Ingredient> ingredients = codes.narrowest(new LinkedHashSet<>(found.keySet())).stream()
                .map(name -> new Product.Ingredient(name, found.get(name)))
                .toList();
        return new Content(ingredients, match.code(), match.reason(), note);
    }

    /** The name of the product: what RxNorm calls it, else what stands there. */
    private static String words(JsonNode concept) {
        for (JsonNode coding : concept.path("coding")) {
            if (Systems.name(coding.path("system").asText("")).equals("RxNorm") && coding.has("display")) {
                return coding.path("display").asText();
            }
        }
        return concept.path("text")
                .asText(concept.path("coding").path(0).path("display").asText(""));
    }

    /** Of one tablet or capsule, in mg. */
    private static OptionalDouble strength(JsonNode ratio) {
        JsonNode denominator = ratio.path("denominator");
        boolean onePiece = denominator.path("value").asDouble(1) == 1 && Dose.isPiece(Quantities.written(denominator));
        return onePiece ? Dose.milligrams(ratio.path("numerator")) : OptionalDouble.empty();
    }
}
