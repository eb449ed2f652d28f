package org.spasmcds.authoring.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spasmcds.authoring.Accepted;

/**
 * Which small changes of a rule folder its cases notice. Stored as JSON, so that what took minutes to find out can be shown later.
 *
 * @param total of everything that counts
 * @param folders by the folder of the rule file
 * @param conditions by the condition
 * @param kinds by what is changed
 * @param names of the names in lists, which do not count into any other score; no mutants when they were not tried
 * @param survivors by file and line
 * @param outdated lines of {@code accepted.csv} that accept what was not found; empty unless the whole folder was tried
 */
public record MutationReport(
        Score total,
        Map<String, Score> folders,
        Map<String, Score> conditions,
        Map<String, Score> kinds,
        Score names,
        List<Survivor> survivors,
        List<String> outdated) {
    /** The name of the check in {@code accepted.csv}. */
    public static final String CHECK = "mutate";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The score of one condition; empty when its rules were not changed. */
    public Optional<Score> of(String condition) {
        return Optional.ofNullable(conditions.get(condition));
    }

    /**
     * @throws IllegalArgumentException when the text is no such report
     */
    public static MutationReport parse(String json) {
        try {
            return MAPPER.readValue(json, MutationReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no report of rules mutate --format json: " + e.getOriginalMessage(), e);
        }
    }

    private record Counted(Mutant mutant, Score score) {
        boolean isName() {
            return mutant.kind() == MutantKind.NAME;
        }
    }

    /**
     * @param whole whether the whole folder was tried, so that what was not found is not there
     */
    static MutationReport of(List<Outcome> outcomes, boolean whole, Accepted accepted) {
        List<Survivor> survivors = new ArrayList<>();
        List<Counted> all = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            boolean explained = false;
            if (!outcome.noticed()) {
                Survivor survivor = survivor(outcome, accepted);
                survivors.add(survivor);
                explained = survivor.isExplained();
            }
            all.add(new Counted(outcome.mutant(), new Score(1, outcome.noticed() ? 1 : 0, explained ? 1 : 0)));
        }
        List<Counted> counted = all.stream().filter(each -> !each.isName()).toList();
        return new MutationReport(
                sum(counted),
                by(counted, mutant -> folder(mutant.file())),
                by(counted, Mutant::condition),
                by(counted, mutant -> mutant.kind().label()),
                sum(all.stream().filter(Counted::isName).toList()),
                List.copyOf(survivors),
                whole ? accepted.outdated(Set.of(CHECK)) : List.of());
    }

    private static Survivor survivor(Outcome outcome, Accepted accepted) {
        Mutant mutant = outcome.mutant();
        return new Survivor(
                mutant.kind(),
                mutant.file(),
                mutant.line(),
                mutant.column(),
                mutant.rule(),
                mutant.what(),
                mutant.hint(),
                outcome.missed(),
                outcome.first()
                        .map(scenario -> scenario.file() + ":" + scenario.line())
                        .orElse(""),
                mutant.kind() == MutantKind.NAME
                        ? ""
                        : accepted.reason(CHECK, mutant.file(), mutant.subject())
                                .orElse(""));
    }

    private static String folder(String file) {
        return file.contains("/") ? file.substring(0, file.indexOf('/')) : file;
    }

    private static Score sum(List<Counted> counted) {
        return counted.stream().map(Counted::score).reduce(Score.NONE, Score::plus);
    }

    private static Map<String, Score> by(List<Counted> counted, Function<Mutant, String> key) {
        Map<String, Score> sums = new LinkedHashMap<>();
        counted.forEach(each -> sums.merge(key.apply(each.mutant()), each.score(), Score::plus));
        sums.remove("");
        return sums;
    }
}
