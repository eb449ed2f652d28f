package org.spasmcds.basis;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spasmcds.Basis;
import org.spasmcds.Level;
import org.spasmcds.LevelRange;
import org.spasmcds.Question;
import org.spasmcds.fact.Result;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;
import org.spasmcds.vocabulary.TestDefinition;

/** What is open for one patient: what cannot be ruled out, what to ask, and how far the level can move. */
public final class Explorer {
    private static final int QUESTIONS = 6;
    private static final int CONDITIONS = 5;
    /** A question that matters less than this share of the first one is not worth the reader's time. */
    private static final double LEAST_SHARE = 0.1;

    private static final double LEAST_SCORE = 1.2;

    /** After so many questions without an answer a further one must matter twice as much. */
    private static final double PATIENCE = 8;

    private final Rulebook rulebook;
    private final FactSheet sheet;
    private final Standing standing;
    private final Needs needs;
    private final Opening opening;
    private Ranking ranking;
    private final Set<String> found;
    private final Set<Subject> declined;

    /**
     * @param found the conditions of the findings
     * @param declined the ids of questions that need not be asked again
     */
    public Explorer(
            Rulebook rulebook,
            FactSheet sheet,
            List<Entry> entries,
            Set<Section> complete,
            Standing standing,
            Set<String> found,
            Set<String> declined) {
        this.rulebook = rulebook;
        this.sheet = sheet;
        this.standing = standing;
        this.found = found;
        this.declined = declined.stream()
                .map(id -> Answers.subject(id, rulebook.vocabulary()))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        needs = new Needs(rulebook.vocabulary(), sheet, standing.now(), entries, complete);
        opening = new Opening(entries, complete, standing.now());
    }

    /** Costs as much as an assessment, and the range of given questions needs none. */
    private Ranking ranking() {
        if (ranking == null) {
            ranking = new Ranking(rulebook, standing, needs, found);
        }
        return ranking;
    }

    /** The most useful questions first. */
    public List<Subject> subjects() {
        if (standing.level().equals(Optional.of(Level.EMERGENCY))) {
            // An emergency does not wait for more questions.
            return List.of();
        }
        List<Subject> subjects = ranking().subjects(QUESTIONS, leastScore(), LEAST_SHARE, declined, Map.of());
        boolean begins = subjects.isEmpty() && standing.level().isEmpty();
        // Where nothing points anywhere, silence would read as reassurance.
        return begins
                ? opening.subjects().stream()
                        .filter(each -> !declined.contains(each))
                        .limit(QUESTIONS)
                        .toList()
                : subjects;
    }

    /** The same for a dialog, which begins with what every history begins with. */
    public List<Subject> subjectsOfDialog() {
        if (standing.level().equals(Optional.of(Level.EMERGENCY))) {
            return List.of();
        }
        Set<Subject> subjects = new LinkedHashSet<>();
        opening.subjects().stream().filter(each -> !declined.contains(each)).forEach(subjects::add);
        subjects.addAll(ranking().subjects(QUESTIONS, leastScore(), LEAST_SHARE, declined, opening.history()));
        return subjects.stream().limit(QUESTIONS).toList();
    }

    /** The more was asked in vain, the less is worth another question. */
    private double leastScore() {
        long closed = declined.stream()
                .filter(subject -> !(subject instanceof Subject.Listing))
                .count();
        return LEAST_SCORE * (1 + closed / PATIENCE);
    }

    /** The values nearest to a result at which a rule that bears on the level would change sides. */
    public List<Double> turningValues(Result result, TestDefinition test) {
        return new Turning(rulebook, standing).values(result, test);
    }

    /** The rules that may fire once a result has another value: those that fire now, and those that ask about what comes of it. */
    public Set<Rule> mayFire(String test) {
        Reach reach = Reach.of(List.of(new Subject.Value(test)), rulebook.vocabulary(), rulebook.wider());
        Set<Rule> rules = Collections.newSetFromMap(new IdentityHashMap<>());
        rules.addAll(rulebook.asking(reach.names()));
        rules.addAll(standing.clauses().keySet());
        rules.addAll(standing.staleClauses().keySet());
        return rules;
    }

    /** Every rule, for changes that may let any of them fire. */
    public Set<Rule> mayFire() {
        Set<Rule> rules = Collections.newSetFromMap(new IdentityHashMap<>());
        rules.addAll(rulebook.rules());
        return rules;
    }

    /** Whether a rule of a higher level would fire, or could, if something that is not there were there. */
    public boolean wouldRaise(Section section, String name) {
        Subject subject = new Subject.Presence(section, name);
        return new Turning(rulebook, standing)
                .deciding(subject).stream().anyMatch(rule -> !standing.clauses().containsKey(rule));
    }

    /** Every question that any rule could want answered. */
    public List<Subject> everySubject() {
        Set<Subject> all = new LinkedHashSet<>();
        for (Rule rule : rulebook.rules()) {
            for (Condition.Pattern pattern : rulebook.patterns(rule)) {
                if (standing.now().truth(pattern) == Truth.UNKNOWN) {
                    all.addAll(needs.of(pattern));
                }
            }
        }
        all.addAll(opening.subjects());
        all.addAll(opening.history().keySet());
        all.addAll(needs.everyDetail());
        return List.copyOf(all);
    }

    /** The levels that stay possible whatever these are answered. */
    public LevelRange range(Collection<? extends Subject> subjects) {
        Reach reach = Reach.of(subjects, rulebook.vocabulary(), rulebook.wider());
        return new Bounds(rulebook, standing, reach).range();
    }

    public List<Question> questions(List<Subject> subjects) {
        Questioner questioner =
                new Questioner(rulebook, standing, found, ranking().open());
        return subjects.stream().map(questioner::question).toList();
    }

    /**
     * The conditions that are partly met, the gravest first: for each question the weightiest that it bears on, then those to which
     * most points.
     */
    public List<Basis.OpenCondition> cannotRuleOut(List<Subject> subjects) {
        Map<String, Ranking.Open> chosen = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            List<Ranking.Open> asking =
                    ranking().open().stream().filter(open -> open.asks(subject)).toList();
            asking.stream()
                    .filter(open -> !(subject instanceof Subject.Listing) && isOneShort(open))
                    .findFirst()
                    .filter(open -> open.weight() >= LEAST_SHARE * asking.get(0).weight())
                    .ifPresent(open -> chosen.putIfAbsent(open.rule().condition(), open));
        }
        ranking().open().stream()
                .filter(open ->
                        isOneShort(open) && canBeSeen(open) && !pointing(open).isEmpty())
                .filter(open -> chosen.values().stream()
                        .noneMatch(other -> other.needed().containsAll(open.needed())))
                .forEach(open -> chosen.putIfAbsent(open.rule().condition(), open));
        return chosen.values().stream()
                .limit(CONDITIONS)
                .map(this::openCondition)
                .sorted(Comparator.comparing(Basis.OpenCondition::level).reversed())
                .toList();
    }

    /**
     * One answer would make it. What only a list of medicines or diseases would bring is covered by the question for the list, and a
     * higher level of a finding by the finding.
     */
    private boolean isOneShort(Ranking.Open open) {
        return open.isHigher()
                && open.missing() == 1
                && !found.contains(open.rule().condition())
                && open.needed().stream()
                        .flatMap(Set::stream)
                        .anyMatch(subject -> !(subject instanceof Subject.Listing));
    }

    /** Asking or looking would tell; what only a test would tell is named where the test is worth asking for. */
    private static boolean canBeSeen(Ranking.Open open) {
        return open.needed().stream().flatMap(Set::stream).noneMatch(Subject.Value.class::isInstance);
    }

    private Set<String> pointing(Ranking.Open open) {
        Set<String> pointing = new LinkedHashSet<>();
        for (Condition.Pattern pattern : open.way().holding()) {
            if (rulebook.specificity().of(pattern) > Specificity.OF_COMPLAINT) {
                sheet.inOrder(standing.now().evidence(pattern)).stream()
                        .map(sheet::label)
                        .filter(label -> !label.isEmpty())
                        .forEach(pointing::add);
            }
        }
        return pointing;
    }

    private Basis.OpenCondition openCondition(Ranking.Open open) {
        Set<String> missing = new LinkedHashSet<>();
        for (Condition.Pattern pattern : open.way().open()) {
            missing.add(rulebook.phrase().condition(Phrase.affirmed(pattern)));
        }
        // What is there in a certain way is there.
        missing.removeIf(each -> missing.stream().anyMatch(other -> other.startsWith(each + " ")));
        return new Basis.OpenCondition(
                open.rule().condition(),
                rulebook.language().title(open.rule()),
                open.rule().level(),
                List.copyOf(pointing(open)),
                List.copyOf(missing));
    }

    /** The conditions of a higher level that are open and to which nothing points that the questions are about. */
    public int notAsked(List<Subject> subjects) {
        Reach reach = Reach.of(subjects, rulebook.vocabulary(), rulebook.wider());
        Outlook outlook = new Outlook(standing.now(), reach);
        Set<String> open = new HashSet<>();
        for (Rule rule : rulebook.rules()) {
            boolean higher = standing.level().isEmpty()
                    || rule.level().compareTo(standing.level().get()) > 0;
            if (higher
                    && !standing.clauses().containsKey(rule)
                    && standing.now().truth(rule) == Truth.UNKNOWN
                    && outlook.truth(rule) == Truth.FALSE) {
                open.add(rule.condition());
            }
        }
        return open.size();
    }
}
