package org.spasmcds.authoring.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.spasmcds.language.TranslationFiles;
import org.spasmcds.language.Translations;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;

/**
 * Rows of a language that are outdated, faulty or translate nothing. That a text has no row is no fault: it is shown in English, marked,
 * so that nobody needs another language to add a rule.
 */
final class TranslationCheck implements Check {
    private static final String ID = "translation";
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    @Override
    public Set<String> ids() {
        return Set.of(ID);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        // What could not be read may be what is translated.
        if (folder.wholeTexts().size() < folder.texts().size()) {
            return;
        }
        TranslationFiles files = RuleFiles.translations(folder.folder().path());
        List<Translatable.Text> texts = files.languages().isEmpty() ? List.of() : Translatable.of(folder);
        for (String language : files.languages()) {
            new OfOneLanguage(
                            folder,
                            report,
                            language,
                            files.files().apply(language).get(0))
                    .check(texts);
        }
    }

    private static final class OfOneLanguage {
        private final CheckedFolder folder;
        private final Report report;
        private final String language;
        private final String file;
        private final List<Translations.Row> rows;
        private final Set<String> ids = new HashSet<>();

        OfOneLanguage(CheckedFolder folder, Report report, String language, String text) {
            this.folder = folder;
            this.report = report;
            this.language = language;
            file = RuleFiles.TRANSLATIONS + "/" + language + ".csv";
            rows = Translations.rows(text);
            for (Rule rule : folder.allRules()) {
                ids.add(rule.id());
                ids.add(rule.condition());
            }
        }

        void check(List<Translatable.Text> texts) {
            if (Words.of(Locale.forLanguageTag(language)).isEmpty()) {
                found(
                        1,
                        "language",
                        "the library has no words in \"" + language + "\"; delivered: "
                                + String.join(", ", Words.languages()));
            }
            Map<String, Translatable.Text> said = new HashMap<>();
            texts.forEach(text -> said.put(key(text.kind(), text.id()), text));
            Map<String, Translations.Row> seen = new HashMap<>();
            Map<String, String> names = new HashMap<>();
            for (Translations.Row row : rows) {
                fault(row, Optional.ofNullable(said.get(key(row.kind(), row.id()))), seen, names)
                        .ifPresent(fault -> found(row.line(), row.kind() + " " + row.id(), fault));
                seen.putIfAbsent(key(row.kind(), row.id()), row);
            }
        }

        private Optional<String> fault(
                Translations.Row row,
                Optional<Translatable.Text> text,
                Map<String, Translations.Row> seen,
                Map<String, String> names) {
            if (!row.fault().isEmpty()) {
                return Optional.of(row.fault() + "; quote a cell that holds a comma");
            }
            if (!Translations.KINDS.contains(row.kind())) {
                return Optional.of("kind \"" + row.kind() + "\"; allowed: " + String.join(", ", Translations.KINDS));
            }
            Translations.Row first = seen.get(key(row.kind(), row.id()));
            if (first != null) {
                return Optional.of("stands in line " + first.line() + " already; each text is translated once");
            }
            if (!exists(row)) {
                return Optional.of("\"" + row.id() + "\" is the id of nothing that has a " + row.kind());
            }
            if (text.isPresent() && !text.get().english().equals(english(row))) {
                return Optional.of("outdated and not used; the English is now: "
                        + cell(text.get().english()));
            }
            return text.isPresent() ? badTranslation(row, names) : Optional.of("translates a text that nothing states");
        }

        private static String english(Translations.Row row) {
            return row.kind().equals(Translations.ASK)
                    ? String.join("; ", Translations.parts(row.english()))
                    : row.english();
        }

        private boolean exists(Translations.Row row) {
            return row.kind().equals(Translations.NAME)
                    ? folder.vocabulary().name(row.id()).isPresent()
                            || folder.vocabulary().groups().containsKey(row.id())
                    : ids.contains(row.id());
        }

        private Optional<String> badTranslation(Translations.Row row, Map<String, String> names) {
            if (row.translation().isEmpty()) {
                return Optional.of("the translation is empty");
            }
            if (!numbers(row.english()).equals(numbers(row.translation()))) {
                return Optional.of("other numbers than in English: " + numbers(row.translation()) + " for "
                        + numbers(row.english()));
            }
            if (row.kind().equals(Translations.ASK)
                    && Translations.parts(row.english()).size()
                            != Translations.parts(row.translation()).size()) {
                return Optional.of("other than in English "
                        + Translations.parts(row.translation()).size() + " parts for "
                        + Translations.parts(row.english()).size() + "; parts are separated by semicolons");
            }
            String other = row.kind().equals(Translations.NAME)
                    ? names.putIfAbsent(row.translation().toLowerCase(Locale.ROOT), row.id())
                    : null;
            return Optional.ofNullable(other)
                    .map(id -> "\"" + row.translation() + "\" already means " + id + "; a word has one meaning");
        }

        private static List<String> numbers(String text) {
            return NUMBER.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .map(number -> number.replace(',', '.'))
                    .sorted()
                    .toList();
        }

        private void found(int line, String subject, String message) {
            report.add(ID, new Place(file, line, 1), language + " " + subject, message);
        }

        private static String key(String kind, String id) {
            return kind + " " + id;
        }

        private static String cell(String text) {
            return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
        }
    }
}
