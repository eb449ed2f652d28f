package org.spasmcds.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Ruleset;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;

/** The open benchmark: published cases, what the rules answer, and how often that is acceptable. */
public final class Benchmark {
    /** The time of every case; the documents speak of ages, so it can be any. */
    private static final Instant EVALUATION = Instant.parse("2026-01-15T12:00:00Z");

    private static final List<String> SCOPES = List.of("core", "adjacent", "off-topic", "all");

    private Benchmark() {}

    /**
     * The answer to one case.
     *
     * @param level empty when nothing was found
     * @param explanations the possible explanations in their order
     */
    public record Answer(Vignette vignette, Optional<Level> level, List<Finding> explanations) {
        /** Labelled an emergency and answered as one. */
        public boolean emergencyCaught() {
            return level.filter(Level.EMERGENCY::equals).isPresent();
        }

        /** Below every acceptable level; no answer counts as the lowest level. */
        public boolean underTriaged() {
            Level answered = level.orElse(Level.SELF_CARE);
            return vignette.acceptableLevels().stream().allMatch(acceptable -> answered.compareTo(acceptable) < 0);
        }

        /** Above every acceptable level. */
        public boolean overTriaged() {
            return level.isPresent()
                    && vignette.acceptableLevels().stream()
                            .allMatch(acceptable -> level.get().compareTo(acceptable) > 0);
        }

        public boolean acceptableLevel() {
            return level.map(vignette.acceptableLevels()::contains)
                    .orElse(vignette.acceptableLevels().contains(Level.SELF_CARE));
        }

        /** An acceptable cause among the first so many explanations; where no cause is acceptable, naming none is right. */
        public boolean causeWithin(int first) {
            if (explanations.isEmpty()) {
                return vignette.acceptableCauses().contains("none");
            }
            return explanations.stream()
                    .limit(first)
                    .anyMatch(finding -> groups(finding).stream().anyMatch(vignette.acceptableCauses()::contains));
        }

        public boolean noAnswer() {
            return level.isEmpty();
        }

        String first() {
            return explanations.isEmpty() ? "no cause" : explanations.get(0).id();
        }
    }

    /** The names that the labels use for the cause groups of a finding. */
    private static Set<String> groups(Finding finding) {
        Set<String> groups = new LinkedHashSet<>();
        for (String cause : finding.causes()) {
            groups.add(
                    switch (cause) {
                        case "red-flag" -> "red-flag-other";
                        case "special-population" -> "none";
                        default -> cause;
                    });
        }
        return groups;
    }

    /**
     * @param folder patient documents and their {@code labels.json}
     */
    public static Result run(Ruleset ruleset, Path folder) {
        List<Answer> answers = new ArrayList<>();
        for (Vignette vignette : read(ruleset, folder)) {
            Assessment assessment = ruleset.assess(vignette.patient(), EVALUATION);
            answers.add(new Answer(vignette, assessment.level(), assessment.explanations()));
        }
        return new Result(List.copyOf(answers));
    }

    private static List<Vignette> read(Ruleset ruleset, Path folder) {
        PatientReader reader = new PatientReader(ruleset);
        List<Vignette> vignettes = new ArrayList<>();
        try {
            for (JsonNode label : Documents.read(Files.readString(folder.resolve("labels.json")))) {
                String id = label.path("id").asText();
                vignettes.add(new Vignette(
                        id,
                        label.path("scope").asText(),
                        label.path("diagnosis").asText(),
                        Level.valueOf(label.path("level").asText()),
                        texts(label.path("acceptableLevels")).stream()
                                .map(Level::valueOf)
                                .toList(),
                        texts(label.path("acceptableCauses")),
                        reader.read(Documents.read(Files.readString(folder.resolve(id + ".json"))))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vignettes;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** All answers, and their counts by scope. */
    public record Result(List<Answer> answers) {
        private record Measure(String name, Predicate<Answer> of, Predicate<Answer> counts) {}

        private static final List<Measure> MEASURES = List.of(
                new Measure(
                        "emergencies caught", a -> a.vignette().level() == Level.EMERGENCY, Answer::emergencyCaught),
                new Measure("under-triage", a -> true, Answer::underTriaged),
                new Measure("over-triage", a -> true, Answer::overTriaged),
                new Measure("acceptable level", a -> true, Answer::acceptableLevel),
                new Measure("acceptable cause first", a -> true, a -> a.causeWithin(1)),
                new Measure("acceptable cause in first three", a -> true, a -> a.causeWithin(3)),
                new Measure("no answer", a -> true, Answer::noAnswer));

        /** Answers with an unacceptable level, an emergency not answered as one, or no acceptable cause in the first place. */
        public List<Answer> misses() {
            return answers.stream()
                    .filter(a -> !a.acceptableLevel()
                            || !a.causeWithin(1)
                            || (a.vignette().level() == Level.EMERGENCY && !a.emergencyCaught()))
                    .toList();
        }

        /** The exact interval of one measure in one scope. */
        public ExactInterval measure(String name, String scope) {
            Measure measure = MEASURES.stream()
                    .filter(m -> m.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            List<Answer> in = answers.stream()
                    .filter(a -> scope.equals("all") || a.vignette().scope().equals(scope))
                    .filter(measure.of())
                    .toList();
            return ExactInterval.of((int) in.stream().filter(measure.counts()).count(), in.size());
        }

        public void print(PrintWriter out) {
            out.println("| measure (exact 95 % interval) | " + String.join(" | ", SCOPES) + " |");
            out.println("| --- | --- | --- | --- | --- |");
            for (Measure measure : MEASURES) {
                out.println("| " + measure.name() + " | "
                        + String.join(
                                " | ",
                                SCOPES.stream()
                                        .map(scope ->
                                                measure(measure.name(), scope).toString())
                                        .toList())
                        + " |");
            }
            out.println();
            out.println("Misses (" + misses().size() + "):");
            for (Answer answer : misses()) {
                Vignette vignette = answer.vignette();
                List<String> flaws = new ArrayList<>();
                if (answer.underTriaged()) {
                    flaws.add("level too low");
                } else if (answer.overTriaged()) {
                    flaws.add("level too high");
                } else if (vignette.level() == Level.EMERGENCY && !answer.emergencyCaught()) {
                    flaws.add("emergency answered lower, acceptable");
                }
                if (!answer.causeWithin(1)) {
                    flaws.add(answer.causeWithin(3) ? "cause not first" : "cause not in first three");
                }
                out.println("- " + vignette.id() + " (" + vignette.scope() + ", " + vignette.diagnosis() + "): "
                        + String.join(", ", flaws) + "; answered "
                        + answer.level().map(Enum::name).orElse("nothing").toLowerCase(Locale.ROOT) + ", "
                        + answer.first()
                        + "; acceptable " + vignette.acceptableLevels() + ", " + vignette.acceptableCauses());
            }
        }
    }
}
