package org.spasmcds.authoring.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Identifiers as words. */
final class Words {
    /** Words of identifiers that are written in capitals elsewhere. */
    private static final Set<String> ABBREVIATIONS = Set.of("abpi", "ck", "ckd", "ecg", "mri", "qt", "t4", "tsh");

    private Words() {}

    /** Words in place of hyphens, the first letter large. */
    static String sentence(String id) {
        String words = Arrays.stream(id.split("[-_ ]+"))
                .map(word -> ABBREVIATIONS.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
                .collect(Collectors.joining(" "));
        return capital(words.strip());
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A count with its noun. */
    static String count(int count, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return count + " " + (count == 1 ? noun : plural);
    }
}
