package org.spasmcds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.language.Language;
import org.spasmcds.rule.CauseGroup;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Strength;
import org.spasmcds.vocabulary.Vocabulary;

/** Makes one finding a condition out of the clauses that hold, merges findings that are about one fact, and puts them in order. */
final class Merge {
    private final Vocabulary vocabulary;
    private final FactSheet sheet;
    private final Phrase phrase;
    private final Language language;
    private final Map<String, Integer> order;

    /**
     * @param order the places of the conditions in the rule set
     */
    Merge(Vocabulary vocabulary, FactSheet sheet, Phrase phrase, Language language, Map<String, Integer> order) {
        this.vocabulary = vocabulary;
        this.sheet = sheet;
        this.phrase = phrase;
        this.language = language;
        this.order = order;
    }

    /**
     * The findings in the order in which a reader should act on them.
     *
     * @param raises what could still raise the level of a condition
     */
    List<Finding> findings(List<Clause> fired, BiFunction<String, Level, List<Gap>> raises) {
        Map<String, List<Clause>> standing = new LinkedHashMap<>();
        for (Clause clause : withoutExcluded(fired)) {
            standing.computeIfAbsent(clause.rule().condition(), any -> new ArrayList<>())
                    .add(clause);
        }
        List<Draft> drafts =
                absorb(standing).stream().map(Draft::new).sorted(this::compare).toList();
        return markMostUsual(drafts, raises);
    }

    // What does not count because of other findings

    /**
     * Passes, so that the order of the rules cannot matter: rules that exclude nothing, then those that hold only without an
     * urgent finding, then those that hold only without certain other findings, then those that hold only alone.
     */
    private static List<Clause> withoutExcluded(List<Clause> fired) {
        List<Clause> standing = new ArrayList<>();
        for (int pass = 0; pass < 4; pass++) {
            if (pass == 3) {
                List<Clause> all = List.copyOf(standing);
                standing.removeIf(clause -> pass(clause.rule()) > 0 && excluded(clause, all));
            }
            List<Clause> before = List.copyOf(standing);
            for (Clause clause : fired) {
                if (pass(clause.rule()) == pass && !excluded(clause, before)) {
                    standing.add(clause);
                }
            }
        }
        return standing;
    }

    private static int pass(Rule rule) {
        Set<String> unless = rule.unless();
        if (unless.contains(Rule.ANY_FINDING)) {
            return 3;
        }
        return unless.isEmpty() ? 0 : unless.equals(Set.of(Rule.URGENT_FINDING)) ? 1 : 2;
    }

    private static boolean excluded(Clause clause, List<Clause> standing) {
        return standing.stream()
                .filter(other -> !other.rule().condition().equals(clause.rule().condition()))
                .anyMatch(other -> excludes(other, clause));
    }

    /** An urgent finding takes away what is benign; it never takes away another urgent one. */
    private static boolean excludes(Clause other, Clause clause) {
        Set<String> unless = clause.rule().unless();
        return unless.contains(Rule.ANY_FINDING)
                || unless.contains(other.rule().condition())
                || (unless.contains(Rule.URGENT_FINDING)
                        && other.level().atLeast(Level.URGENT)
                        && !clause.level().atLeast(Level.URGENT));
    }

    // One fact, one line

    private List<List<List<Clause>>> absorb(Map<String, List<Clause>> standing) {
        Map<String, String> survivors = new HashMap<>();
        List<String> conditions = new ArrayList<>(standing.keySet());
        conditions.sort(Comparator.comparing(
                        (String id) -> !standing.get(id).get(0).rule().isRedFlag())
                .thenComparing(order::get));
        for (String survivor : conditions) {
            for (Clause clause : standing.get(survivor)) {
                for (Rule.Absorption absorption : clause.rule().absorbs()) {
                    List<Clause> absorbed = standing.getOrDefault(absorption.condition(), List.of());
                    if (mayAbsorb(standing.get(survivor), absorbed, absorption.level())
                            && !root(survivor, survivors).equals(absorption.condition())) {
                        survivors.putIfAbsent(absorption.condition(), survivor);
                    }
                }
            }
        }
        Map<String, List<List<Clause>>> merged = new LinkedHashMap<>();
        standing.keySet().stream()
                .filter(id -> !survivors.containsKey(id))
                .forEach(id -> merged.put(id, new ArrayList<>(List.of(standing.get(id)))));
        survivors.keySet().stream()
                .sorted(Comparator.comparing(order::get))
                .forEach(id -> merged.get(root(id, survivors)).add(standing.get(id)));
        return List.copyOf(merged.values());
    }

    private static boolean mayAbsorb(List<Clause> survivor, List<Clause> absorbed, Optional<Level> level) {
        return !absorbed.isEmpty()
                && absorbed.stream().noneMatch(clause -> clause.rule().ownLine())
                && level.map(at -> highest(survivor) == at && highest(absorbed) == at)
                        .orElse(true);
    }

    private static String root(String id, Map<String, String> survivors) {
        String at = id;
        while (survivors.containsKey(at)) {
            at = survivors.get(at);
        }
        return at;
    }

    private static Level highest(List<Clause> clauses) {
        return clauses.stream()
                .map(Clause::level)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    // One finding

    /** A finding in the making, with what only the order needs. */
    private final class Draft {
        final List<Clause> own;
        final List<Clause> all = new ArrayList<>();
        final Level level;
        final Certainty certainty;
        final Certainty attribution;
        final Strength strength;
        final Finding.Kind kind;
        final int specificity;

        Draft(List<List<Clause>> merged) {
            own = merged.get(0).stream().sorted(byGravity()).toList();
            all.addAll(own);
            merged.stream()
                    .skip(1)
                    .forEach(absorbed ->
                            all.addAll(absorbed.stream().sorted(byGravity()).toList()));
            level = highest(all);
            certainty = all.stream()
                    .map(Clause::certainty)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            attribution = all.stream()
                    .map(clause -> clause.rule()
                            .attribution()
                            .filter(cap -> cap.compareTo(clause.certainty()) < 0)
                            .orElse(clause.certainty()))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            strength = own.stream()
                    .map(clause -> clause.rule().strength())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            kind = kind(own.get(0).rule());
            specificity =
                    own.stream().mapToInt(clause -> labels(clause).size()).max().orElse(0);
        }

        String id() {
            return own.get(0).rule().condition();
        }

        boolean benign() {
            return level == Level.SELF_CARE && strength == Strength.DIRECT;
        }
    }

    private Comparator<Clause> byGravity() {
        return Comparator.comparing(Clause::level, Comparator.reverseOrder())
                .thenComparing(clause -> clause.rule().line());
    }

    private static Finding.Kind kind(Rule rule) {
        if (rule.isRedFlag()) {
            return Finding.Kind.RED_FLAG;
        }
        if (rule.isGeneral()) {
            return Finding.Kind.GENERAL;
        }
        return rule.groups().contains(CauseGroup.SPECIAL_POPULATION)
                ? Finding.Kind.SPECIAL_POPULATION
                : Finding.Kind.CAUSE;
    }

    private int compare(Draft a, Draft b) {
        return Comparator.comparing((Draft draft) -> draft.level, Comparator.reverseOrder())
                .thenComparing(draft -> draft.attribution, Comparator.reverseOrder())
                .thenComparing(draft -> draft.strength)
                .thenComparing(draft -> draft.kind)
                .thenComparing(draft -> draft.specificity, Comparator.reverseOrder())
                .thenComparing(draft -> order.get(draft.id()))
                .compare(a, b);
    }

    private List<Finding> markMostUsual(List<Draft> drafts, BiFunction<String, Level, List<Gap>> raises) {
        boolean urgent = drafts.stream().anyMatch(draft -> draft.level.atLeast(Level.URGENT));
        List<Finding> findings = new ArrayList<>();
        boolean belowPossible = false;
        for (Draft draft : drafts) {
            boolean mostUsual = !urgent && belowPossible && draft.benign();
            findings.add(finding(draft, mostUsual, raises.apply(draft.id(), draft.level)));
            belowPossible |= draft.attribution == Certainty.POSSIBLE && draft.level.atLeast(Level.ROUTINE);
        }
        return findings;
    }

    private Finding finding(Draft draft, boolean mostUsual, List<Gap> raises) {
        Set<String> causes = new LinkedHashSet<>();
        Set<String> assumptions = new LinkedHashSet<>();
        Set<String> ask = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        for (Clause clause : draft.own) {
            clause.rule().groups().forEach(group -> causes.add(group.label()));
        }
        for (Clause clause : draft.all) {
            clause.assumed().forEach(condition -> assumptions.add(phrase.assumption(condition)));
            ask.addAll(language.ask(clause.rule()));
            sources.addAll(clause.rule().sources());
        }
        return new Finding(
                draft.id(),
                language.title(draft.own.get(0).rule()),
                draft.kind,
                List.copyOf(causes),
                draft.level,
                draft.certainty,
                draft.attribution,
                Sources.evidence(vocabulary, sources),
                says(draft.own.get(0)),
                draft.all.stream().map(this::reason).toList(),
                List.copyOf(assumptions),
                List.copyOf(ask),
                raises,
                Sources.of(vocabulary, sources),
                mostUsual);
    }

    /** What the rule says, unless the level was lowered because its facts are doubtful: then its words would be too strong. */
    private String says(Clause clause) {
        return clause.level() == clause.rule().level()
                ? language.says(clause.rule())
                : language.words().say("assessment.doubtful");
    }

    private Reason reason(Clause clause) {
        return new Reason(
                clause.rule().id(), clause.level(), says(clause), List.copyOf(labels(clause)), clause.doubts());
    }

    private Set<String> labels(Clause clause) {
        Set<String> labels = new LinkedHashSet<>();
        sheet.inOrder(clause.facts()).stream()
                .map(sheet::label)
                .filter(label -> !label.isEmpty())
                .forEach(labels::add);
        return labels;
    }

    // Possible explanations

    /**
     * The findings that name a cause, in the order of the findings, but with a state such as a seizure behind a reason that itself asks
     * for care soon.
     */
    static List<Finding> explanations(List<Finding> findings, Set<String> states) {
        List<Finding> reasons = new ArrayList<>();
        List<Finding> stateFindings = new ArrayList<>();
        List<Finding> rest = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.kind() == Finding.Kind.GENERAL) {
                continue;
            }
            if (states.contains(finding.id())) {
                stateFindings.add(finding);
            } else if (finding.level().atLeast(Level.SOON)) {
                reasons.add(finding);
            } else {
                rest.add(finding);
            }
        }
        reasons.addAll(stateFindings);
        reasons.addAll(rest);
        return reasons;
    }
}
