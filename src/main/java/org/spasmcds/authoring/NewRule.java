package org.spasmcds.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spasmcds.rule.CauseGroup;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Csv;
import org.spasmcds.vocabulary.Source;

/**
 * The beginning of a rule: a file that loads and cases that pass, with TODO wherever only the author can say what belongs there.
 *
 * @param under the folder of the file within the rule folder; empty for its top
 * @param title the condition as a reader sees it
 */
public record NewRule(RuleFolder folder, String id, String under, String title) {
    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String UNDER = "[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*";
    private static final String CONSENSUS = "CLIN-CONS";
    private static final String RULE = """
            // %1$s
            //
            // Asks      TODO the question that the rule answers
            // Escalates TODO what raises the level, or Nothing.
            // Misses    TODO whom the rule does not find
            // Mimics    TODO what looks alike
            //
            // [%2$s]  TODO what was taken from this source

            package %3$s

            import org.spasmcds.fact.*

            rule "%4$s"
                @title("%5$s")
                @cause("%6$s")
                @level("ROUTINE")
                @certainty("POSSIBLE")
                @says("TODO one sentence that a patient understands")
                @ask("TODO what to ask; what to measure")
                @source("%2$s")
            when
                Spasm( painful == "yes" )   // TODO the conditions, each number with its unit and source
            then
            end
            """;
    private static final String CASES = """
            # TODO your own cases in place of these, at least six
            # One on each side of every number, what must not be confused with it, unknown facts, every escalation.
            - case: a painful cramp
              given: { cramp: painful }
              expect: POSSIBLE ROUTINE
            - case: a cramp that does not hurt
              given: { cramp: not painful }
              expect: none
            - case: a cramp of which nobody recorded whether it hurts
              given: { cramp: present }
              expect: none
            - case: no cramp at all
              given: { cramp: absent }
              expect: none
            - case: a painful spasm counts like a cramp
              given: { spasm: painful }
              expect: POSSIBLE ROUTINE
            - case: a twitch that does not hurt
              given: { twitch: not painful }
              expect: none
            """;

    /** Why the rule cannot be begun; empty when it can. */
    public Optional<String> refusal() {
        if (!id.matches(ID)) {
            return Optional.of("id \"" + id + "\"; allowed are lower-case words joined by hyphens");
        }
        if (!under.isEmpty() && !under.matches(UNDER)) {
            return Optional.of("folder \"" + under + "\"; allowed are lower-case words and numbers joined by hyphens");
        }
        for (List<Rule> rules : List.of(folder.rules(), folder.beneath())) {
            Optional<Rule> other =
                    rules.stream().filter(rule -> rule.condition().equals(id)).findFirst();
            if (other.isPresent()) {
                return Optional.of(
                        "\"" + id + "\" already stands in " + other.get().file());
            }
        }
        if (Files.exists(rule()) || Files.exists(cases())) {
            return Optional.of(rule() + " or its cases exist already");
        }
        if (isRetired()) {
            return Optional.of("\"" + id + "\" is retired (retired.csv); a retired id keeps its old meaning");
        }
        return source().isEmpty()
                ? Optional.of("sources.csv lists no source; add a line for one, such as " + CONSENSUS)
                : Optional.empty();
    }

    private boolean isRetired() {
        return folder.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith("retired.csv"))
                .flatMap(file -> Csv.rows(file.getValue()).stream())
                .anyMatch(row -> row.get("id").equals(id));
    }

    /** Where the rule file is written. */
    public Path rule() {
        return place(".drl");
    }

    /** Where the cases are written. */
    public Path cases() {
        return place(".scenarios.yaml");
    }

    private Path place(String suffix) {
        Path in = under.isEmpty() ? folder.path() : folder.path().resolve(under);
        return in.resolve(id + suffix);
    }

    /** Writes both files. */
    public void write() {
        try {
            Files.createDirectories(rule().getParent());
            Files.writeString(rule(), text());
            Files.writeString(cases(), CASES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                RULE,
                title.toUpperCase(Locale.ROOT)
                        .replaceAll("[^\\p{Lu}0-9 ,'()/-]", " ")
                        .strip(),
                source().orElseThrow(),
                folderPackage(),
                id,
                title.replace("\\", "").replace("\"", "'"),
                cause());
    }

    private Optional<String> source() {
        return folder.vocabulary()
                .source(CONSENSUS)
                .or(() -> folder.vocabulary().sources().stream().findFirst())
                .map(Source::id);
    }

    /** As the reader of rule files demands it. */
    private String folderPackage() {
        return under.isEmpty()
                ? "rules"
                : "rules." + under.replaceAll("^\\d+-", "").replace('-', '_').replace('/', '.');
    }

    /** The cause group after which the folder is named. */
    private String cause() {
        String name = under.replaceAll("^\\d+-", "");
        return Arrays.stream(CauseGroup.values())
                .map(CauseGroup::label)
                .filter(label -> name.equals(label) || name.equals(label + "s"))
                .findFirst()
                .orElse(CauseGroup.NONE.label());
    }
}
