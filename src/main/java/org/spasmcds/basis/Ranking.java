package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Level;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Spasm;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** Orders what is open by how much it matters for this patient: conditions by what points to them, questions by what they could change. */
final class Ranking {
    /** What a level is worth when it would be above the present one. */
    private static final Map<Level, Double> WORTH =
            Map.of(Level.EMERGENCY, 8.0, Level.URGENT, 6.0, Level.SOON, 4.0, Level.ROUTINE, 1.5, Level.SELF_CARE, 0.5);
    /** A condition that would not raise the level may still explain the complaint. */
    private static final double NOT_HIGHER = 0.2;
    /** A fact after which its condition is called would have been the complaint. */
    private static final double OTHER_COMPLAINT = 0.2;

    /** How much less what a single rule asks about is worth than what all ask, where any of them would do. */
    private static final double RARE = 0.5;

    private static final double ASSUMED = 1.5;
    private static final double ASSUMED_BY_BENIGN = 6;
    /** What is further behind never comes to be asked. */
    private static final int LOOKED_AT = 120;

    /** So many single things at most are put together to a list of questions. */
    private static final int TRIED = 24;

    /** One thing more to read out costs less than a question of its own. */
    private static final double READ_OUT = 0.25;

    /**
     * A rule that is not decided.
     *
     * @param needed for each open pattern the questions of which any may decide it
     * @param missing how many questions must be answered at least
     * @param isHigher whether it would raise the level
     * @param likely how much what is missing is worth asking for, from 0 to 1
     * @param weight how much it matters
     */
    record Open(
            Rule rule,
            ShortestWay way,
            List<Set<Subject>> needed,
            int missing,
            boolean isHigher,
            double likely,
            double weight) {
        boolean asks(Subject subject) {
            return needed.stream().anyMatch(subjects -> subjects.contains(subject));
        }
    }

    /** A rule before it is known which questions would decide it. */
    private record Draft(Rule rule, ShortestWay way, boolean isHigher, double promise) {}

    private final Vocabulary vocabulary;
    private final Rulebook rulebook;
    private final Standing standing;
    private final Set<String> places;
    private final Set<String> denied;
    private final List<Open> open = new ArrayList<>();
    /** What the findings took for granted, with what it is worth to know. */
    private final Map<Subject, Double> assumed = new LinkedHashMap<>();

    Ranking(Rulebook rulebook, Standing standing, Needs needs, Set<String> found) {
        this.rulebook = rulebook;
        this.standing = standing;
        vocabulary = rulebook.vocabulary();
        places = places(standing.now());
        denied = needs.denied();
        List<Draft> drafts = new ArrayList<>();
        for (Rule rule : rulebook.rules()) {
            boolean higher = standing.level().isEmpty()
                    || rule.level().compareTo(standing.level().get()) > 0;
            boolean fires = standing.clauses().containsKey(rule);
            if (!fires
                    && (higher || !found.contains(rule.condition()))
                    && standing.now().truth(rule) == Truth.UNKNOWN) {
                ShortestWay.of(rule.conditions(), standing.now())
                        .filter(way -> !way.open().isEmpty())
                        .map(way -> new Draft(rule, way, higher, promise(rule, way, higher)))
                        .filter(draft -> draft.promise() > 0)
                        .ifPresent(drafts::add);
            }
        }
        drafts.sort(Comparator.comparingDouble((Draft draft) ->
                        draft.promise() / cube(draft.way().open().size()))
                .reversed());
        drafts.stream().limit(LOOKED_AT).forEach(draft -> resolve(draft, needs));
        open.sort(Comparator.comparingDouble(Open::weight).reversed());
        standing.clauses().forEach((rule, level) -> {
            if (found.contains(rule.condition())) {
                assumptions(rule, level, needs);
            }
        });
    }

    /** A reassuring answer is worth as much as what it takes for granted. */
    private void assumptions(Rule rule, Level level, Needs needs) {
        if (rule.unless().contains(Rule.ANY_FINDING)) {
            // It says that nothing was found, and takes nothing for granted but that.
            return;
        }
        double worth = level.atLeast(Level.SOON) ? ASSUMED : ASSUMED_BY_BENIGN;
        for (Condition condition : standing.now().assumptions(rule)) {
            for (Condition.Pattern pattern : Conditions.patterns(condition)) {
                if (standing.now().truth(pattern) == Truth.UNKNOWN) {
                    needs.of(pattern).forEach(subject -> assumed.merge(subject, worth, Math::max));
                }
            }
        }
    }

    /** What takes two more facts is for the second question, not for the first. */
    private static double cube(double number) {
        return number * number * number;
    }

    /** What points to it, and how much it would matter. */
    private double promise(Rule rule, ShortestWay way, boolean higher) {
        double pointing = rulebook.specificity().ofPlace(rule.condition(), places);
        for (Condition.Pattern pattern : way.holding()) {
            pointing += rulebook.specificity().of(pattern);
        }
        return WORTH.get(rule.level()) * (higher ? 1 : NOT_HIGHER) * pointing;
    }

    private void resolve(Draft draft, Needs needs) {
        List<Set<Subject>> needed = new ArrayList<>();
        for (Condition.Pattern pattern : draft.way().open()) {
            Set<Subject> subjects = needs.of(pattern);
            if (subjects.isEmpty()) {
                return;
            }
            needed.add(subjects);
        }
        // What two patterns ask of one thing is one question.
        int missing = new HashSet<>(needed).size();
        double likely = draft.way().open().stream()
                .mapToDouble(pattern -> likely(draft.rule(), pattern))
                .reduce(1, (one, other) -> one * other);
        double weight = draft.promise() / cube(missing) * likely;
        open.add(new Open(draft.rule(), draft.way(), needed, missing, draft.isHigher(), likely, weight));
    }

    private double likely(Rule rule, Condition.Pattern pattern) {
        boolean complaint = pattern.names().stream()
                .anyMatch(name ->
                        rule.condition().equals(name) || rule.condition().startsWith(name + "-"));
        return rulebook.specificity().familiarity(pattern) * (complaint ? OTHER_COMPLAINT : 1);
    }

    /** Where the complaint sits. */
    private static Set<String> places(Interpreter interpreter) {
        Set<String> places = new HashSet<>();
        for (Object fact : interpreter.about(FactType.of("Spasm").orElseThrow(), "")) {
            places.add(((Spasm) fact).getSite());
            places.add(((Spasm) fact).getRegion());
        }
        places.remove("");
        return places;
    }

    /** The weightiest first. */
    List<Open> open() {
        return open;
    }

    /**
     * The questions, the most useful first: each is worth what it could decide that those before it do not.
     *
     * @param most how many at most
     * @param least a question that is worth less is left out
     * @param leastShare so is one that is worth less than this share of the first one
     * @param answered what was asked before, whatever the answer
     * @param history what is worth asking of everyone, and how much
     */
    List<Subject> subjects(
            int most, double least, double leastShare, Set<Subject> answered, Map<Subject, Double> history) {
        Asked asked = Asked.of(rulebook, answered, denied);
        Checklists chosen = new Checklists(vocabulary, asked);
        double first = 0;
        Set<Subject> passed = new HashSet<>();
        for (int i = 0; i < TRIED && chosen.size() < most; i++) {
            Map.Entry<Subject, Double> best = best(asked, passed, history);
            double enough = Math.max(least, leastShare * first);
            if (best == null || best.getValue() < enough * (asked.readsOut() ? READ_OUT : 1)) {
                break;
            }
            first = Math.max(first, best.getValue());
            if (best.getValue() >= enough || chosen.takes(best.getKey())) {
                chosen.add(best.getKey());
                asked = asked.with(best.getKey());
            } else {
                passed.add(best.getKey());
            }
        }
        return chosen.subjects();
    }

    private Map.Entry<Subject, Double> best(Asked asked, Set<Subject> passed, Map<Subject, Double> history) {
        Map<String, Map<Subject, Double>> byCondition = new LinkedHashMap<>();
        for (Open each : open) {
            Map<Subject, Double> best = byCondition.computeIfAbsent(each.rule().condition(), any -> new HashMap<>());
            for (int i = 0; i < each.needed().size(); i++) {
                Set<Subject> alternatives = each.needed().get(i);
                double weight = each.weight() / Math.sqrt(alternatives.size());
                long times = asked.times(each, i);
                for (Subject subject : alternatives) {
                    double share = weight * asked.share(each, times, subject);
                    best.merge(subject, share * commonness(subject), Math::max);
                }
            }
        }
        Map<Subject, Double> scores = new LinkedHashMap<>();
        byCondition
                .values()
                .forEach(best -> best.forEach((subject, share) -> scores.merge(subject, share, Double::sum)));
        assumed.forEach((subject, worth) -> scores.merge(subject, worth, Double::sum));
        scores.replaceAll((subject, score) -> score * ease(subject) * asked.newness(subject));
        history.forEach((subject, worth) -> scores.merge(subject, worth + best(subject, scores), Double::sum));
        return scores.entrySet().stream()
                .filter(entry -> !asked.subjects().contains(entry.getKey()) && !passed.contains(entry.getKey()))
                .max(Map.Entry.<Subject, Double>comparingByValue()
                        .thenComparing(entry -> entry.getKey().id(), Comparator.reverseOrder()))
                .orElse(null);
    }

    /** Of several things that would all do, what many rules ask about comes first. */
    private double commonness(Subject subject) {
        String name = subject instanceof Subject.Presence presence
                ? presence.name()
                : subject instanceof Subject.Value value ? value.test() : "";
        return name.isEmpty() ? 1 : 1 - RARE / (1 + rulebook.asking(name));
    }

    /** An open question comes before every closed one that its answer would save. */
    private static double best(Subject listing, Map<Subject, Double> scores) {
        return scores.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(listing)
                        && openQuestion(entry.getKey()).equals(listing))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /** The question that leaves the words to the patient and would have brought it up. */
    static Subject openQuestion(Subject subject) {
        if (subject instanceof Subject.Value) {
            return new Subject.Listing(Section.RESULTS);
        }
        return subject instanceof Subject.Presence presence ? new Subject.Listing(presence.section()) : subject;
    }

    private double ease(Subject subject) {
        if (subject instanceof Subject.Value value) {
            return isOf(value.test(), Kind.VITAL) ? 0.5 : 0.25;
        }
        boolean sign = subject instanceof Subject.Presence presence
                && presence.section() == Section.SYMPTOMS
                && isOf(presence.name(), Kind.SIGN);
        return sign ? 0.7 : 1;
    }

    private boolean isOf(String name, Kind kind) {
        return vocabulary.name(name).map(Name::kind).filter(kind::equals).isPresent();
    }
}
