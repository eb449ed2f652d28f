package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.spasmcds.vocabulary.Code;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** Names of the vocabulary for coded concepts. Immutable. */
final class Codes {
    private static final Set<String> BY_PREFIX = Set.of("ATC", "ICD-10-CM");
    private static final Set<Kind> EVERY_KIND = EnumSet.allOf(Kind.class);
    /** What SNOMED CT writes behind a name: {@code Tremor (finding)}. */
    private static final Pattern TAG = Pattern.compile("\\s*\\([a-z /]+\\)$");

    /**
     * @param names of the vocabulary, the narrowest ones; empty when none was found
     * @param code that was found, else the first one that stands there
     * @param reason why none was found
     */
    record Match(List<Name> names, String code, UnusedReason reason) {
        boolean found() {
            return !names.isEmpty();
        }
    }

    private final Vocabulary vocabulary;
    private final Map<String, List<Code>> codes = new HashMap<>();

    Codes(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (Code code : vocabulary.codes()) {
            codes.computeIfAbsent(code.system() + "|" + code.code(), any -> new ArrayList<>())
                    .add(code);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The names that the codings of a concept stand for. Several codings say the same in several systems, so the narrowest name counts. */
    Match find(JsonNode concept) {
        Set<Name> names = new LinkedHashSet<>();
        String first = "";
        String used = "";
        boolean unverified = false;
        for (JsonNode coding : concept.path("coding")) {
            String written =
                    coding.path("system").asText("") + "|" + coding.path("code").asText("");
            first = first.isEmpty() ? written : first;
            List<Code> known = known(coding);
            List<Code> trusted = known.stream()
                    .filter(code -> code.verified() || isConfirmed(code, coding, concept))
                    .toList();
            unverified |= trusted.size() < known.size();
            if (!trusted.isEmpty()) {
                used = used.isEmpty() ? written : used;
                trusted.forEach(code -> vocabulary.name(code.name()).ifPresent(names::add));
            }
        }
        UnusedReason reason = first.isEmpty()
                ? UnusedReason.NO_CODE
                : unverified ? UnusedReason.UNVERIFIED_CODE : UnusedReason.UNKNOWN_CODE;
        return new Match(narrowest(names), used.isEmpty() ? first : used, reason);
    }

    /** As {@link #find(JsonNode)} for a single coding. */
    Match findCoding(JsonNode coding) {
        return find(
                coding.isMissingNode()
                        ? coding
                        : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                .objectNode()
                                .set(
                                        "coding",
                                        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                                .arrayNode()
                                                .add(coding)));
    }

    /** The one site of the body, if it is known. */
    Optional<String> site(JsonNode concept) {
        return find(concept).names().stream()
                .filter(name -> name.kind() == Kind.SITE)
                .map(Name::id)
                .findFirst();
    }

    /** A name by what is written, letter by letter but for case, hyphens and what SNOMED CT puts in brackets behind it. */
    Optional<Name> spelled(String text, Kind... kinds) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return vocabulary.find(TAG.matcher(text.strip()).replaceFirst(""), Set.of(kinds));
    }

    List<Name> narrowest(Set<Name> names) {
        return names.stream()
                .filter(name -> names.stream()
                        .noneMatch(other -> vocabulary.ancestors(other.id()).contains(name.id())))
                .toList();
    }

    private List<Code> known(JsonNode coding) {
        String address = coding.path("system").asText("");
        String code = coding.path("code").asText("").strip();
        if (address.equals(Systems.VOCABULARY)) {
            return vocabulary
                    .name(code)
                    .map(name -> List.of(new Code(code, address, code, name.display(), true, "")))
                    .orElse(List.of());
        }
        String system = Systems.name(address);
        if (system.isEmpty() || code.isEmpty()) {
            return List.of();
        }
        if (!BY_PREFIX.contains(system)) {
            return codes.getOrDefault(system + "|" + code, List.of());
        }
        String full = system.equals("ICD-10-CM") ? withPoint(code) : code.toUpperCase(Locale.ROOT);
        for (int length = full.length(); length > 0; length--) {
            List<Code> found = codes.get(system + "|" + full.substring(0, length));
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }

    /** Claims write E119 for E11.9. */
    private static String withPoint(String code) {
        String plain = code.toUpperCase(Locale.ROOT);
        return plain.length() > 3 && plain.charAt(3) != '.' ? plain.substring(0, 3) + "." + plain.substring(3) : plain;
    }

    /** Whether the words beside a code that nobody checked say the same as the vocabulary. */
    private boolean isConfirmed(Code code, JsonNode coding, JsonNode concept) {
        for (String words :
                List.of(coding.path("display").asText(""), concept.path("text").asText(""))) {
            String plain = TAG.matcher(words.strip()).replaceFirst("");
            boolean same = plain.equalsIgnoreCase(TAG.matcher(code.display()).replaceFirst(""));
            if (!plain.isEmpty()
                    && (same
                            || vocabulary
                                    .find(plain, EVERY_KIND)
                                    .filter(name -> name.id().equals(code.name()))
                                    .isPresent())) {
                return true;
            }
        }
        return false;
    }
}
