package org.spasmcds.authoring.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Accepted;
import org.spasmcds.authoring.Progress;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;

/** Makes the mutants of a rule folder and finds out which of them no case notices. */
public final class MutationRun {
    private final Ruleset ruleset;
    private final Map<String, List<Case>> cases = new LinkedHashMap<>();

    MutationRun(Ruleset ruleset, Path folder) {
        this.ruleset = ruleset;
        for (Scenario scenario : ScenarioReader.read(folder)) {
            cases.computeIfAbsent(scenario.file().replace(".scenarios.yaml", ".drl"), any -> new ArrayList<>())
                    .add(new Case(ruleset, scenario));
        }
    }

    /**
     * @param conditions the conditions whose rules to change, and {@code groups.csv} for the limits of groups; empty for all
     * @param names whether to leave out each of several names in a list as well
     * @throws org.spasmcds.InvalidRulesetException when a scenario file cannot be read
     */
    public static MutationReport of(
            Ruleset ruleset, Path folder, Set<String> conditions, boolean names, Progress progress) {
        List<Mutant> mutants = mutants(ruleset, folder, conditions, names);
        MutationRun run = new MutationRun(ruleset, folder);
        return MutationReport.of(
                run.all(mutants, conditions.isEmpty(), progress), conditions.isEmpty(), Accepted.read(folder));
    }

    static List<Mutant> mutants(Ruleset ruleset, Path folder, Set<String> conditions, boolean names) {
        Map<String, String> files = RuleFiles.read(folder);
        Map<String, List<Rule>> byFile = new LinkedHashMap<>();
        ruleset.rules().stream()
                .filter(rule -> files.containsKey(rule.file()))
                .filter(rule -> conditions.isEmpty() || conditions.contains(rule.condition()))
                .forEach(rule -> byFile.computeIfAbsent(rule.file(), any -> new ArrayList<>())
                        .add(rule));
        List<Mutant> mutants = new ArrayList<>();
        byFile.values().forEach(rules -> mutants.addAll(RuleMutants.of(rules, ruleset.vocabulary(), names)));
        if (conditions.isEmpty() || conditions.contains(GroupMutants.FILE)) {
            mutants.addAll(GroupMutants.of(files, ruleset.vocabulary()));
        }
        return mutants;
    }

    /**
     * @param whole whether most cases will be needed, so that each is examined at once and not when it is
     */
    List<Outcome> all(List<Mutant> mutants, boolean whole, Progress progress) {
        List<Case> prepared =
                whole ? cases.values().stream().flatMap(List::stream).toList() : List.of();
        AtomicLong done = new AtomicLong();
        long total = prepared.size() + mutants.size();
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(task, "spasm-cds-mutants");
            thread.setDaemon(true);
            return thread;
        });
        try {
            prepared.forEach(each -> pool.submit(() -> {
                each.passes();
                progress.reached(done.incrementAndGet(), total);
            }));
            Map<Mutant, Future<Outcome>> outcomes = new IdentityHashMap<>();
            for (Mutant mutant : apart(mutants)) {
                outcomes.put(mutant, pool.submit(() -> {
                    Outcome outcome = outcome(mutant);
                    progress.reached(done.incrementAndGet(), total);
                    return outcome;
                }));
            }
            List<Outcome> all = new ArrayList<>();
            for (Mutant mutant : mutants) {
                all.add(outcomes.get(mutant).get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** From the beginning and from the middle by turns, so that two threads seldom want the same case. */
    private static List<Mutant> apart(List<Mutant> mutants) {
        int half = (mutants.size() + 1) / 2;
        List<Mutant> apart = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            apart.add(mutants.get(i));
            if (half + i < mutants.size()) {
                apart.add(mutants.get(half + i));
            }
        }
        return apart;
    }

    /** The cases of the own file first, since they most likely notice. */
    private Outcome outcome(Mutant mutant) {
        Way way = new Way(mutant, ruleset);
        boolean noticed = anyNotices(cases.getOrDefault(mutant.file(), List.of()), way)
                || cases.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(mutant.file()))
                        .anyMatch(entry -> anyNotices(entry.getValue(), way));
        return new Outcome(mutant, noticed, way.missed, Optional.ofNullable(way.first));
    }

    private static boolean anyNotices(List<Case> cases, Way way) {
        return cases.stream().anyMatch(way::notices);
    }

    /** One mutant on its way through the cases, and the cases that it changed without their notice. */
    private static final class Way {
        private final Mutant mutant;
        private final Ruleset ruleset;
        private Ruleset variant;
        private int missed;
        private Scenario first;

        Way(Mutant mutant, Ruleset ruleset) {
            this.mutant = mutant;
            this.ruleset = ruleset;
        }

        boolean notices(Case each) {
            if (!Difference.isPossible(mutant.change(), each) || !each.passes()) {
                return false;
            }
            if (variant == null) {
                variant = mutant.change().in(ruleset);
            }
            Case.Effect effect = each.effect(mutant.change(), variant);
            if (effect == Case.Effect.MISSED && missed++ == 0) {
                first = each.scenario();
            }
            return effect == Case.Effect.NOTICED;
        }
    }
}
