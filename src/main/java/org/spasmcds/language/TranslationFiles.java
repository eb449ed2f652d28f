package org.spasmcds.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The translations of a rule set that are at hand, read only when a language is asked for, so that whoever asks for none does not wait.
 *
 * @param languages the codes of the languages
 * @param files the texts of the files of a language; none for one that is not at hand
 */
public record TranslationFiles(Set<String> languages, Function<String, List<String>> files) {

    public static TranslationFiles none() {
        return of(Map.of());
    }

    /** @param texts the text of a file by the code of its language */
    public static TranslationFiles of(Map<String, String> texts) {
        return new TranslationFiles(
                texts.keySet(),
                language -> Optional.ofNullable(texts.get(language)).stream().toList());
    }

    /** These and others, which go before these. */
    public TranslationFiles and(TranslationFiles others) {
        Set<String> all = new LinkedHashSet<>(languages);
        all.addAll(others.languages);
        return new TranslationFiles(
                all,
                language -> Stream.concat(files.apply(language).stream(), others.files.apply(language).stream())
                        .toList());
    }
}
