package org.spasmcds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.fact.Patient;
import org.spasmcds.fact.Result;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** Grades the rules that fired: caps on certainty, doubtful values, adult limits in children. */
final class Clauses {
    /** Below this age, in years, adult laboratory limits are used for emergencies only [CLIN-CONS]. */
    private static final double ADULT_AGE = 16;

    private static final Set<String> LIMIT_PROPERTIES = Set.of("multiple", "high", "low", "normal");

    private final Vocabulary vocabulary;
    private final FactSheet sheet;
    private final Interpreter interpreter;
    private final Map<String, Rule> rules;
    private final boolean child;
    private final List<String> notes = new ArrayList<>();

    Clauses(Vocabulary vocabulary, FactSheet sheet, Interpreter interpreter, Map<String, Rule> rules) {
        this.vocabulary = vocabulary;
        this.sheet = sheet;
        this.interpreter = interpreter;
        this.rules = rules;
        child = sheet.facts().stream()
                .anyMatch(fact -> fact instanceof Patient patient && patient.getAge() < ADULT_AGE);
    }

    /** What was left out on purpose. */
    List<String> notes() {
        return notes;
    }

    /**
     * @param fired the rules that fired on the facts
     * @param firedWithStale the rules that fired when stale values were taken for current
     */
    List<Clause> grade(Map<Rule, Set<Object>> fired, Map<Rule, Set<Object>> firedWithStale) {
        List<Clause> clauses = new ArrayList<>();
        Map<String, Set<Object>> factsById = new HashMap<>();
        fired.forEach((rule, facts) -> factsById.put(rule.id(), facts));
        fired.forEach((rule, facts) -> grade(rule, facts, factsById).ifPresent(clauses::add));
        firedWithStale.forEach((rule, facts) -> stale(rule, facts).ifPresent(clauses::add));
        return clauses;
    }

    private Optional<Clause> grade(Rule rule, Set<Object> facts, Map<String, Set<Object>> factsById) {
        if (child && !rule.forChildren() && rule.level() != Level.EMERGENCY && restsOnLaboratory(facts)) {
            notes.add("Adult laboratory limits are not used below 16 years except for emergencies: " + rule.id() + ".");
            return Optional.empty();
        }
        List<String> doubts = facts.stream()
                .flatMap(fact -> sheet.doubt(fact).stream())
                .map(FactSheet.Doubt::reason)
                .distinct()
                .sorted()
                .toList();
        List<Condition> assumed = interpreter.assumptions(rule);
        boolean doubtful = !doubts.isEmpty() && rule.level() == Level.EMERGENCY;
        Certainty certainty = doubtful ? Certainty.POSSIBLE : certainty(rule, facts, factsById);
        return Optional.of(new Clause(
                rule,
                doubtful ? Level.URGENT : rule.level(),
                certainty,
                facts,
                assumed,
                doubtful ? doubts : List.of()));
    }

    private boolean restsOnLaboratory(Set<Object> facts) {
        return facts.stream()
                .anyMatch(fact -> fact instanceof Result result
                        && vocabulary
                                .name(result.getTest())
                                .map(Name::kind)
                                .filter(kind -> kind == Kind.ANALYTE)
                                .isPresent());
    }

    /** A value too old or undated: only what it would make dangerous is said, and only as a reason to repeat it today. */
    private Optional<Clause> stale(Rule rule, Set<Object> facts) {
        Map<String, Boolean> doubts = new LinkedHashMap<>();
        facts.stream()
                .filter(sheet.staleFacts()::contains)
                .flatMap(fact -> sheet.doubt(fact).stream())
                .forEach(doubt -> doubts.put(doubt.reason(), doubt.onlyEmergencies()));
        boolean counts = !doubts.isEmpty() && (rule.level() == Level.EMERGENCY || doubts.containsValue(false));
        if (!counts || (child && !rule.forChildren() && rule.level() != Level.EMERGENCY)) {
            return Optional.empty();
        }
        Level level = rule.level().atLeast(Level.URGENT) ? Level.URGENT : rule.level();
        return Optional.of(new Clause(
                rule, level, Certainty.POSSIBLE, facts, interpreter.assumptions(rule), List.copyOf(doubts.keySet())));
    }

    /** The certainty of the rule, or of the rule that it extends, after caps and one step less for what it had to assume. */
    private Certainty certainty(Rule rule, Set<Object> facts, Map<String, Set<Object>> factsById) {
        if (rule.certainty().isEmpty()) {
            Rule parent = rules.get(rule.parent().orElseThrow());
            return certainty(parent, factsById.getOrDefault(parent.id(), facts), factsById);
        }
        Certainty certainty = rule.certainty().get();
        for (Object fact : facts) {
            Optional<Certainty> cap = sheet.cap(fact);
            if (cap.isPresent() && cap.get().compareTo(certainty) < 0) {
                certainty = cap.get();
            }
            if (sheet.isOnDefaultLimits(fact) && comparesWithLimits(rule, fact) && certainty == Certainty.CONFIRMED) {
                certainty = Certainty.LIKELY;
            }
        }
        boolean benign = !rule.level().atLeast(Level.SOON);
        boolean lowers =
                (benign || rule.typical()) && !interpreter.assumptions(rule).isEmpty();
        return lowers ? certainty.lowered() : certainty;
    }

    private static boolean comparesWithLimits(Rule rule, Object fact) {
        return rule.conditions().stream().anyMatch(condition -> comparesWithLimits(condition, fact));
    }

    private static boolean comparesWithLimits(Condition condition, Object fact) {
        if (condition instanceof Condition.Pattern pattern) {
            return fact instanceof Result result
                    && pattern.names().contains(result.getTest())
                    && pattern.tests().stream().anyMatch(test -> LIMIT_PROPERTIES.contains(test.property()));
        }
        if (condition instanceof Condition.And and) {
            return and.parts().stream().anyMatch(part -> comparesWithLimits(part, fact));
        }
        return condition instanceof Condition.Or or
                && or.parts().stream().anyMatch(part -> comparesWithLimits(part, fact));
    }
}
