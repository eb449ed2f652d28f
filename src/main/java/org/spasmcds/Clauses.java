package org.spasmcds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.fact.Patient;
import org.spasmcds.fact.Result;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;

/** Grades the rules that fired: caps on certainty, doubtful values, adult limits in children. */
final class Clauses {
    /**
     * Below this age, in years, adult laboratory limits are used for emergencies, and for same-day care as a mere possibility [CLIN-CONS].
     */
    private static final double ADULT_AGE = 16;

    private final FactSheet sheet;
    private final Support support;
    private final Interpreter interpreter;
    private final Map<String, Rule> parents;
    private final Words words;
    private final boolean child;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param parents by their id the rules that others extend
     */
    Clauses(FactSheet sheet, Interpreter interpreter, Map<String, Rule> parents, Words words) {
        this.sheet = sheet;
        support = new Support(sheet);
        this.interpreter = interpreter;
        this.parents = parents;
        this.words = words;
        child = isChild(sheet);
    }

    /** Whether the patient is known to be so young that grown-up limits count otherwise. */
    static boolean isChild(FactSheet sheet) {
        return sheet.facts().stream().anyMatch(fact -> fact instanceof Patient patient && patient.getAge() < ADULT_AGE);
    }

    /** What was left out on purpose. */
    List<String> notes() {
        return notes;
    }

    /**
     * @param fired the rules that fired on the facts, with the ways in which they did
     * @param firedWithStale the same when stale values are taken for current
     */
    List<Clause> grade(Map<Rule, List<Set<Object>>> fired, Map<Rule, List<Set<Object>>> firedWithStale) {
        List<Clause> clauses = new ArrayList<>();
        Map<String, List<Set<Object>>> byId = new HashMap<>();
        fired.forEach((rule, ways) -> byId.put(rule.id(), ways));
        fired.forEach((rule, ways) -> grade(rule, ways, byId).ifPresent(clauses::add));
        firedWithStale.forEach((rule, ways) -> {
            if (!fired.containsKey(rule)) {
                stale(rule, ways).ifPresent(clauses::add);
            }
        });
        return clauses;
    }

    private Optional<Clause> grade(Rule rule, List<Set<Object>> fired, Map<String, List<Set<Object>>> byId) {
        List<Set<Object>> ways = new ArrayList<>(fired);
        boolean adultOnly = false;
        if (child && !rule.forChildren() && rule.level() != Level.EMERGENCY) {
            ways.removeIf(facts -> facts.stream().anyMatch(fact -> support.isLaboratory(rule, fact)));
            if (ways.isEmpty() && !rule.level().atLeast(Level.URGENT)) {
                notes.add(words.say("assessment.adultLimits", rule.id()));
                return Optional.empty();
            }
            adultOnly = ways.isEmpty();
            ways = adultOnly ? fired : ways;
        }
        List<Condition> assumed = interpreter.assumptions(rule);
        boolean doubtful = rule.level() == Level.EMERGENCY
                && ways.stream().noneMatch(facts -> doubts(rule, facts).isEmpty());
        if (doubtful) {
            List<String> doubts = ways.stream()
                    .flatMap(facts -> doubts(rule, facts).stream())
                    .distinct()
                    .sorted()
                    .toList();
            return Optional.of(new Clause(rule, Level.URGENT, Certainty.POSSIBLE, union(ways), assumed, doubts));
        }
        Certainty certainty = adultOnly ? Certainty.POSSIBLE : certainty(rule, ways, byId);
        List<String> remarks = adultOnly ? List.of(words.say("assessment.adultLimit")) : List.of();
        return Optional.of(new Clause(rule, rule.level(), certainty, union(ways), assumed, remarks));
    }

    private static Set<Object> union(List<Set<Object>> ways) {
        Set<Object> union = Collections.newSetFromMap(new IdentityHashMap<>());
        ways.forEach(union::addAll);
        return union;
    }

    private List<String> doubts(Rule rule, Set<Object> facts) {
        return facts.stream()
                .flatMap(fact -> support.doubts(rule, fact))
                .map(FactSheet.Doubt::reason)
                .toList();
    }

    /** A value too old or undated: only what it would make dangerous is said, and only as a reason to repeat it today. */
    private Optional<Clause> stale(Rule rule, List<Set<Object>> fired) {
        boolean emergency = rule.level() == Level.EMERGENCY;
        if (child && !rule.forChildren() && !emergency) {
            return Optional.empty();
        }
        List<Set<Object>> ways = fired.stream()
                .filter(facts -> countsThoughStale(facts, emergency))
                .toList();
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        Set<Object> facts = union(ways);
        List<String> reasons = facts.stream()
                .filter(sheet::isStale)
                .flatMap(fact -> sheet.doubt(fact).stream())
                .map(FactSheet.Doubt::reason)
                .sorted()
                .toList();
        Level level = rule.level().atLeast(Level.URGENT) ? Level.URGENT : rule.level();
        return Optional.of(new Clause(rule, level, Certainty.POSSIBLE, facts, interpreter.assumptions(rule), reasons));
    }

    private boolean countsThoughStale(Set<Object> facts, boolean emergency) {
        List<FactSheet.Doubt> doubts = facts.stream()
                .filter(sheet::isStale)
                .flatMap(fact -> sheet.doubt(fact).stream())
                .toList();
        return !doubts.isEmpty() && (emergency || doubts.stream().noneMatch(FactSheet.Doubt::onlyEmergencies));
    }

    /**
     * The certainty of the rule, or of the rule that it extends, by the best supported way in which it fired, and one step less for what
     * it had to assume.
     */
    private Certainty certainty(Rule rule, List<Set<Object>> ways, Map<String, List<Set<Object>>> byId) {
        if (rule.certainty().isEmpty()) {
            Rule parent = parents.get(rule.parent().orElseThrow());
            return certainty(parent, byId.getOrDefault(parent.id(), ways), byId);
        }
        Certainty declared = rule.certainty().get();
        Certainty certainty = ways.stream()
                .map(facts -> capped(rule, declared, facts))
                .max(Comparator.naturalOrder())
                .orElse(declared);
        boolean benign = !rule.level().atLeast(Level.SOON);
        boolean lowers =
                (benign || rule.typical()) && !interpreter.assumptions(rule).isEmpty();
        return lowers ? certainty.lowered() : certainty;
    }

    private Certainty capped(Rule rule, Certainty declared, Set<Object> facts) {
        Certainty certainty = declared;
        for (Object fact : facts) {
            Optional<Certainty> cap =
                    sheet.cap(fact).or(() -> support.deciding(rule, fact).map(FactSheet.Member::cap));
            if (cap.isPresent() && cap.get().compareTo(certainty) < 0) {
                certainty = cap.get();
            }
            boolean borrowed = rule.conditions().stream().anyMatch(condition -> borrowsLimit(condition, fact));
            if (borrowed && certainty == Certainty.CONFIRMED) {
                certainty = Certainty.LIKELY;
            }
        }
        return certainty;
    }

    private boolean borrowsLimit(Condition condition, Object fact) {
        if (condition instanceof Condition.Pattern pattern) {
            return fact instanceof Result result
                    && pattern.names().contains(result.getTest())
                    && pattern.tests().stream().anyMatch(test -> sheet.isOnDefaultLimit(fact, test.property()));
        }
        if (condition instanceof Condition.And and) {
            return and.parts().stream().anyMatch(part -> borrowsLimit(part, fact));
        }
        return condition instanceof Condition.Or or && or.parts().stream().anyMatch(part -> borrowsLimit(part, fact));
    }
}
