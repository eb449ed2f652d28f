package org.spasmcds.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spasmcds.vocabulary.Code;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;

/**
 * The ingredients in the name of a product as RxNorm writes it: {@code hydrochlorothiazide 12.5 MG / losartan potassium 100 MG Oral
 * Tablet}. An ingredient counts when its name, with or without its salt, is a name of the vocabulary, letter by letter.
 */
final class Product {
    private static final Pattern PART = Pattern.compile(
            "(?:NDA\\d+ )?(?:\\d+(?:\\.\\d+)? (?:HR|ACTUAT|ML|DAY|Hour) )*(.+?) (\\d+(?:\\.\\d+)?) ?(MG|MCG|UG|G|UNT|MEQ|%)(/\\S+)?(?: (.*))?",
            Pattern.CASE_INSENSITIVE);
    /** Forms that act where they are applied. */
    private static final Pattern LOCAL = Pattern.compile(
            "\\b(topical|ophthalmic|otic|vaginal|shampoo|mouthwash|oral gel|toothpaste|irrigation|eye drops?|ear drops?)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNTED =
            Pattern.compile("\\b(tablet|capsule|tab|cap)s?\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> SALTS = Set.of(
            "hydrochloride",
            "hydrobromide",
            "sodium",
            "potassium",
            "calcium",
            "magnesium",
            "succinate",
            "tartrate",
            "bitartrate",
            "maleate",
            "mesylate",
            "besylate",
            "sulfate",
            "phosphate",
            "acetate",
            "fumarate",
            "citrate",
            "carbonate",
            "bromide",
            "xinafoate",
            "medoxomil",
            "cilexetil",
            "trihydrate",
            "anhydrous",
            "isophane",
            "lispro",
            "aspart",
            "detemir",
            "degludec");

    /**
     * @param mgPerPiece strength of a tablet or capsule; empty when it is none or the strength is not in mg
     */
    record Ingredient(Name name, OptionalDouble mgPerPiece) {}

    private final Codes codes;
    private final Map<String, Name> rxNormNames = new HashMap<>();

    Product(Codes codes) {
        this.codes = codes;
        for (Code code : codes.vocabulary().codes()) {
            if (code.system().equals("RxNorm") && code.verified()) {
                codes.vocabulary()
                        .name(code.name())
                        .ifPresent(name -> rxNormNames.put(code.display().toLowerCase(Locale.ROOT), name));
            }
        }
    }

    /** Whether a product acts only where it is applied. */
    static boolean isLocal(String text) {
        return LOCAL.matcher(text).find();
    }

    /** The ingredients that the vocabulary knows; empty when it knows none. */
    List<Ingredient> ingredients(String text) {
        List<Ingredient> ingredients = new ArrayList<>();
        boolean counted = COUNTED.matcher(text).find();
        for (String part : text.strip().split(" / ")) {
            Matcher matcher = PART.matcher(part.strip());
            if (matcher.matches()) {
                name(matcher.group(1))
                        .ifPresent(name -> ingredients.add(
                                new Ingredient(name, counted ? milligrams(matcher) : OptionalDouble.empty())));
            } else {
                name(part.strip()).ifPresent(name -> ingredients.add(new Ingredient(name, OptionalDouble.empty())));
            }
        }
        return ingredients;
    }

    private static OptionalDouble milligrams(Matcher part) {
        double strength = Double.parseDouble(part.group(2));
        if (part.group(4) != null) {
            return OptionalDouble.empty();
        }
        return switch (part.group(3).toUpperCase(Locale.ROOT)) {
            case "MG" -> OptionalDouble.of(strength);
            case "G" -> OptionalDouble.of(strength * 1000);
            case "MCG", "UG" -> OptionalDouble.of(strength / 1000);
            default -> OptionalDouble.empty();
        };
    }

    private Optional<Name> name(String written) {
        // "insulin, regular, human": what stands behind the comma says which.
        String rest = written.toLowerCase(Locale.ROOT).split(", ", 2)[0];
        while (true) {
            Optional<Name> found = codes.spelled(rest, Kind.MEDICINE, Kind.MEDICINE_CLASS);
            if (found.isEmpty()) {
                found = Optional.ofNullable(rxNormNames.get(rest));
            }
            int last = rest.lastIndexOf(' ');
            if (found.isPresent() || last < 0 || !SALTS.contains(rest.substring(last + 1))) {
                return found;
            }
            rest = rest.substring(0, last);
        }
    }
}
