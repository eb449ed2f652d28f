package org.spasmcds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.language.TranslationFiles;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleCodec;
import org.spasmcds.rule.RuleFiles;

/** The rules in the jar: the vocabulary files as they are, and the rules in the parsed form that is written when the jar is built. */
record Bundle(Map<String, String> vocabularyFiles, List<Rule> rules, String digest) {
    static final String PLACE = "/org/spasmcds/rules/";
    private static final List<String> VOCABULARY = List.of(
            "sources.csv", "vocabulary.csv", "codes.csv", "unit-names.csv", "units.csv", "tests.csv", "groups.csv");

    static Bundle read() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : VOCABULARY) {
            files.put(name, text(name));
        }
        try (InputStream in = new BufferedInputStream(stream("compiled"))) {
            return new Bundle(files, RuleCodec.read(in), text("digest"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A language is read when it is asked for. */
    static TranslationFiles translations() {
        Set<String> languages = new LinkedHashSet<>(Words.languages());
        languages.removeIf(language -> Bundle.class.getResource(PLACE + translation(language)) == null);
        return new TranslationFiles(
                languages, language -> languages.contains(language) ? List.of(text(translation(language))) : List.of());
    }

    private static String translation(String language) {
        return RuleFiles.TRANSLATIONS + "/" + language + ".csv";
    }

    private static InputStream stream(String name) {
        InputStream in = Bundle.class.getResourceAsStream(PLACE + name);
        if (in == null) {
            throw new IllegalStateException("the jar lacks its own file " + PLACE + name);
        }
        return in;
    }

    private static String text(String name) {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
