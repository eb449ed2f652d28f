package org.spasmcds;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.spasmcds.basis.Objections;
import org.spasmcds.engine.Network;
import org.spasmcds.fact.Named;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.intake.Intake;
import org.spasmcds.language.Language;
import org.spasmcds.language.TranslationFiles;
import org.spasmcds.language.Translations;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleIds;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * A set of clinical rules with its vocabulary, ready to assess patients. Immutable; one instance serves any number of threads.
 *
 * <p>Decision support for clinicians: it names what may explain muscle spasms and how soon someone should look, and never diagnoses,
 * prescribes or tells anyone to stop a medicine.
 */
public final class Ruleset {
    private final Vocabulary vocabulary;
    private final Map<String, Rule> rules;
    /** With the rules that a variant leaves out: what extends one of them takes over its certainty. */
    private final Map<String, Rule> parents;

    private final Map<String, List<Rule>> byCondition = new LinkedHashMap<>();
    /** The places of the conditions. */
    private final Map<String, Integer> order;

    private final Network network;
    private final Intake.Asked asked;
    private final Set<String> askedAbsent;
    private final Phrase phrase;
    private final Language language;
    private final TranslationFiles translations;
    /** The rule set in the languages that were asked for, by their codes, itself among them; shared by all of them. Not of a variant. */
    private final Map<String, Ruleset> translated;

    private final Set<String> states = new LinkedHashSet<>();
    private final Assessment.RulesetIdentity identity;
    /** The rule set of which this one is a variant; null for a rule set of its own. */
    private final Ruleset unchanged;
    /** What this variant changes in it. */
    private final Map<String, Optional<Rule>> changes;

    /** The rules that the network holds. */
    private final List<Rule> own;

    /** Made when it is first asked for, so that an application that only assesses does not wait for it. */
    private volatile Explanations explanations;

    Ruleset(Vocabulary vocabulary, List<Rule> rules, TranslationFiles translations, String version, String digest) {
        this(vocabulary, rules, new Network(rules), translations, version, digest);
    }

    /** With a network of the rules that was built beside the reading of the vocabulary. */
    Ruleset(
            Vocabulary vocabulary,
            List<Rule> rules,
            Network network,
            TranslationFiles translations,
            String version,
            String digest) {
        this.vocabulary = vocabulary;
        this.rules = new LinkedHashMap<>();
        rules.forEach(rule -> {
            this.rules.put(rule.id(), rule);
            byCondition
                    .computeIfAbsent(rule.condition(), any -> new ArrayList<>())
                    .add(rule);
        });
        order = places(byCondition.keySet());
        parents = this.rules;
        this.network = network;
        asked = Questions.of(vocabulary, rules);
        askedAbsent = Questions.absences(rules);
        language = Language.english();
        this.translations = translations;
        translated = new ConcurrentHashMap<>(Map.of(code(language.locale()), this));
        phrase = new Phrase(vocabulary, language.words());
        rules.stream().filter(Rule::state).forEach(rule -> states.add(rule.condition()));
        identity = new Assessment.RulesetIdentity(version, digest, rules.size());
        unchanged = null;
        this.changes = Map.of();
        own = List.copyOf(this.rules.values());
    }

    private Ruleset(Ruleset unchanged, Map<String, Optional<Rule>> changes) {
        this.unchanged = unchanged;
        this.changes = changes;
        vocabulary = unchanged.vocabulary;
        rules = new LinkedHashMap<>();
        unchanged.rules.forEach(
                (id, rule) -> changes.getOrDefault(id, Optional.of(rule)).ifPresent(kept -> rules.put(id, kept)));
        parents = new LinkedHashMap<>(unchanged.rules);
        parents.putAll(rules);
        rules.values()
                .forEach(rule -> byCondition
                        .computeIfAbsent(rule.condition(), any -> new ArrayList<>())
                        .add(rule));
        order = places(byCondition.keySet());
        own = changes.keySet().stream().map(rules::get).filter(Objects::nonNull).toList();
        network = new Network(own);
        asked = unchanged.asked;
        askedAbsent = new LinkedHashSet<>(unchanged.askedAbsent);
        askedAbsent.addAll(Questions.absences(own));
        phrase = unchanged.phrase;
        language = unchanged.language;
        translations = unchanged.translations;
        translated = Map.of();
        states.addAll(unchanged.states);
        identity = new Assessment.RulesetIdentity(
                unchanged.identity.version() + ", changed", unchanged.identity.digest(), rules.size());
    }

    /** The same rules and network with all sentences in another language. */
    private Ruleset(Ruleset same, Language language) {
        this.language = language;
        vocabulary = language.names(same.vocabulary);
        phrase = new Phrase(vocabulary, language.words());
        rules = same.rules;
        parents = same.parents;
        byCondition.putAll(same.byCondition);
        order = same.order;
        network = same.network;
        asked = same.asked;
        askedAbsent = same.askedAbsent;
        states.addAll(same.states);
        identity = same.identity;
        unchanged = null;
        changes = Map.of();
        own = same.own;
        translations = same.translations;
        translated = same.translated;
    }

    private static Map<String, Integer> places(Set<String> conditions) {
        Map<String, Integer> places = new HashMap<>();
        conditions.forEach(condition -> places.put(condition, places.size()));
        return places;
    }

    /** The rules that come with the library. */
    public static Ruleset bundled() {
        return RulesetLoader.bundled();
    }

    /**
     * The rules of a folder, and no others.
     *
     * @throws InvalidRulesetException when anything in the folder is wrong; nothing of it is loaded then
     */
    public static Ruleset of(Path folder) {
        return RulesetLoader.folder(folder);
    }

    /**
     * The bundled rules with those of a folder on top.
     *
     * @param folder its vocabulary adds to the bundled one, its rules add to the bundled ones
     * @param switchedOff ids of bundled conditions ({@code hiccups}) or single rules ({@code hiccups.prolonged}) to leave out; an id
     *     that is switched off may be defined anew in the folder
     * @throws InvalidRulesetException when anything in the folder is wrong or an id to switch off does not exist
     */
    public static Ruleset bundledWith(Path folder, Set<String> switchedOff) {
        return RulesetLoader.bundledWith(Optional.of(folder), switchedOff);
    }

    /**
     * The bundled rules without some.
     *
     * @param switchedOff ids of conditions or single rules to leave out
     * @throws InvalidRulesetException when an id to switch off does not exist
     */
    public static Ruleset bundledWithout(Set<String> switchedOff) {
        return RulesetLoader.bundledWith(Optional.empty(), switchedOff);
    }

    /** A patient described in the names of this rule set. */
    public Patient.Builder patient() {
        return new Patient.Builder(vocabulary);
    }

    /**
     * The same rules with all sentences in another language; what has no translation is shown in English with the mark {@code [en]}. A
     * patient who was described with either is accepted by both, and nothing but the sentences differs in what they answer. The digest
     * of the {@link #identity} is the same: it says which rules gave the answer, not in which words.
     *
     * @param locale its language counts, not its country
     * @throws IllegalArgumentException when the library has no words in this language; {@link #languages} lists those that it has
     */
    public Ruleset in(Locale locale) {
        if (unchanged != null) {
            return code(locale).equals(code(language()))
                    ? this
                    : unchanged.in(locale).changed(changes);
        }
        return translated.computeIfAbsent(code(locale), code -> {
            Words words = Words.of(locale)
                    .orElseThrow(() -> new IllegalArgumentException("no words in the language \"" + code
                            + "\"; available: "
                            + String.join(
                                    ", ",
                                    languages().stream()
                                            .map(Locale::getLanguage)
                                            .toList())));
            return new Ruleset(
                    translated.get(Locale.ENGLISH.getLanguage()),
                    Language.of(words, Translations.of(translations.files().apply(code))));
        });
    }

    private static String code(Locale locale) {
        return locale.getLanguage();
    }

    /** The language of its sentences. */
    public Locale language() {
        return language.locale();
    }

    /** The languages in which it can speak: those that come with the library, and those of its folder of which there are words. */
    public List<Locale> languages() {
        Set<String> codes = new LinkedHashSet<>(Words.languages());
        codes.addAll(translations.languages());
        return codes.stream()
                .map(Locale::forLanguageTag)
                .filter(locale -> Words.of(locale).isPresent())
                .toList();
    }

    public Assessment.RulesetIdentity identity() {
        return identity;
    }

    /** The names that facts and rules use. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The rules in their order. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** The rule of this id. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /**
     * Assesses a patient.
     *
     * @param evaluation the time to assess at; ages of facts count back from it
     * @throws IllegalArgumentException when the patient was described in the names of another rule set
     */
    public Assessment assess(Patient patient, Instant evaluation) {
        return assess(examine(patient, evaluation));
    }

    /**
     * The level of {@link #assess}, without what an assessment says beside it and in a third of the time: for those who go on only from
     * some level.
     *
     * @return empty when there is no finding
     * @throws IllegalArgumentException when the patient was described in the names of another rule set
     */
    public Optional<Level> level(Patient patient, Instant evaluation) {
        if (unchanged != null) {
            return assess(patient, evaluation).level();
        }
        refuseNamesOfOthers(patient);
        return level(patient, evaluation, rule -> true);
    }

    private void refuseNamesOfOthers(Patient patient) {
        if (!patient.isIn(vocabulary)) {
            throw new IllegalArgumentException("the patient was described in the names of another rule set");
        }
    }

    /**
     * Why a rule does not fire for a patient, or does not count: which of its conditions hold, and the fewest facts that would make it
     * fire.
     *
     * @param rule the id of a rule: {@code hypokalemia-severe.ecg}
     * @throws IllegalArgumentException when there is no such rule, or the patient was described in the names of another rule set
     */
    public WhyNot whyNot(Patient patient, Instant evaluation, String rule) {
        Rule known = rules.get(rule);
        if (known == null) {
            List<String> near = RuleIds.near(rule, List.copyOf(rules.keySet()));
            throw new IllegalArgumentException("there is no rule \"" + rule + "\""
                    + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?"));
        }
        Examination examination = examine(patient, evaluation);
        return Objections.of(this, examination, assess(examination), known);
    }

    /**
     * Reads the facts of a patient and fires the rules, for tools that then look at single rules or try others.
     *
     * @throws IllegalArgumentException when the patient was described in the names of another rule set
     */
    public Examination examine(Patient patient, Instant evaluation) {
        refuseNamesOfOthers(patient);
        FactSheet sheet = Intake.facts(vocabulary, language.words(), asked, patient, evaluation);
        Interpreter interpreter = new Interpreter(sheet.facts());
        return new Examination(
                this, evaluation, sheet, interpreter, fire(sheet.facts(), interpreter, sheet), fireWithStale(sheet));
    }

    /**
     * This rule set with some rules replaced, for tools that try changes: it shares the network of the others, so that it stands in
     * well under a millisecond.
     *
     * @param changes rules by the id that they have here; empty to leave a rule out. What extends a changed rule must be given too.
     */
    public Ruleset changed(Map<String, Optional<Rule>> changes) {
        return new Ruleset(this, changes);
    }

    /** This rule set with another vocabulary of the same names, for tools that try other limits of groups. It examines patients anew. */
    public Ruleset changed(Vocabulary other) {
        return new Ruleset(
                        other.inEnglish(),
                        rules(),
                        network,
                        translations,
                        identity.version() + ", changed",
                        identity.digest())
                .in(language());
    }

    /**
     * Assesses a patient who was examined.
     *
     * @throws IllegalArgumentException when the examination is not by this rule set or by the one of which this is a {@link #changed}
     */
    public Assessment assess(Examination examination) {
        Clauses clauses = clauses(examination);
        return assess(examination, clauses, graded(examination, clauses));
    }

    Clauses clauses(Examination examination) {
        return new Clauses(examination.facts(), examination.interpreter(), parents, language.words());
    }

    List<Clause> graded(Examination examination, Clauses clauses) {
        return clauses.grade(fired(examination, false), fired(examination, true));
    }

    Assessment assess(Examination examination, Clauses clauses, List<Clause> graded) {
        FactSheet sheet = examination.facts();
        Gaps open = new Gaps(rules, byCondition, phrase, language, examination.interpreter());
        List<Finding> findings = new Merge(vocabulary, sheet, phrase, language, order).findings(graded, open::raises);
        List<Gap> gaps = open.redFlags(findings);
        return new Assessment(
                examination.evaluation(),
                outcome(findings, gaps),
                findings.stream().map(Finding::level).findFirst(),
                findings,
                Merge.explanations(findings, states),
                gaps,
                List.copyOf(sheet.refusals()),
                List.copyOf(new LinkedHashSet<>(clauses.notes())),
                language.words().say("assessment.returnAdvice"),
                language.words().say("assessment.disclaimer"),
                language.locale(),
                identity);
    }

    private Map<Rule, List<Set<Object>>> fired(Examination examination, boolean stale) {
        Map<Rule, List<Set<Object>>> fired = stale ? examination.firedWithStale() : examination.fired();
        if (examination.ruleset() == this) {
            return fired;
        }
        if (examination.ruleset() != unchanged) {
            throw new IllegalArgumentException("the patient was examined by another rule set");
        }
        Map<Rule, List<Set<Object>>> all = new LinkedHashMap<>(fired);
        all.keySet().removeIf(rule -> rules.get(rule.id()) != rule);
        FactSheet sheet = examination.facts();
        all.putAll(stale ? fireWithStale(sheet) : fire(sheet.facts(), examination.interpreter(), sheet));
        return all;
    }

    /**
     * Assesses a patient and says what could not be ruled out, how far the level could still move, and what to ask next.
     *
     * @throws IllegalArgumentException when the patient was described in the names of another rule set
     */
    public Basis explain(Patient patient, Instant evaluation) {
        return explain(patient, evaluation, Set.of());
    }

    /**
     * As {@link #explain(Patient, Instant)}, for a patient who was examined already: the facts are not read again.
     *
     * @throws IllegalArgumentException when the examination is by another rule set
     */
    public Basis explain(Patient patient, Examination examination) {
        if (examination.ruleset() != this) {
            throw new IllegalArgumentException("the patient was examined by another rule set");
        }
        return explanations().explain(patient, examination);
    }

    /** A dialog about a patient that asks the most useful question next. */
    public Interview interview(Patient patient, Instant evaluation) {
        return interview(patient, evaluation, Set.of());
    }

    /**
     * The same, taken up again.
     *
     * @param declined the ids of the questions that need not be asked again
     */
    public Interview interview(Patient patient, Instant evaluation, Set<String> declined) {
        return new Interview(this, patient, evaluation, declined);
    }

    Basis explain(Patient patient, Instant evaluation, Set<String> declined) {
        return explanations().explain(patient, evaluation, declined);
    }

    /** The basis in a dialog, which begins with what every history begins with. */
    Basis explainInDialog(Patient patient, Instant evaluation, Set<String> declined) {
        return explanations().explainInDialog(patient, evaluation, declined);
    }

    Explanations explanations() {
        Explanations known = explanations;
        if (known == null) {
            known = new Explanations(this, phrase, language);
            explanations = known;
        }
        return known;
    }

    /**
     * The level alone, without what an assessment says beside it. The interpreter says what fires, which is faster for one patient.
     *
     * @param mayFire no other rule fires for this patient
     */
    Optional<Level> level(Patient patient, Instant evaluation, Set<Rule> mayFire) {
        return level(patient, evaluation, mayFire::contains);
    }

    private Optional<Level> level(Patient patient, Instant evaluation, Predicate<Rule> mayFire) {
        FactSheet sheet = facts(patient, evaluation);
        Interpreter interpreter = new Interpreter(sheet.facts());
        Clauses clauses = new Clauses(sheet, interpreter, parents, language.words());
        Map<Rule, List<Set<Object>>> withStale =
                sheet.staleFacts().isEmpty() ? Map.of() : fire(new Interpreter(sheet.factsWithStale()), sheet, mayFire);
        List<Clause> graded = clauses.grade(fire(interpreter, sheet, mayFire), withStale);
        return new Merge(vocabulary, sheet, phrase, language, order)
                .findings(graded, (condition, level) -> List.of()).stream()
                        .map(Finding::level)
                        .findFirst();
    }

    private Map<Rule, List<Set<Object>>> fire(Interpreter interpreter, FactSheet sheet, Predicate<Rule> mayFire) {
        Ways ways = new Ways(sheet, interpreter);
        Map<Rule, List<Set<Object>>> fired = new LinkedHashMap<>();
        for (Rule rule : own) {
            if (mayFire.test(rule) && interpreter.fires(rule)) {
                fired.put(rule, ways.of(rule));
            }
        }
        return fired;
    }

    /** The facts of a patient as the rules see them; for tools that look at rules one by one. */
    public FactSheet facts(Patient patient, Instant evaluation) {
        return Intake.facts(vocabulary, language.words(), asked, patient, evaluation);
    }

    Network network() {
        return network;
    }

    private Map<Rule, List<Set<Object>>> fireWithStale(FactSheet sheet) {
        if (sheet.staleFacts().isEmpty()) {
            return Map.of();
        }
        List<Object> facts = sheet.factsWithStale();
        return fire(facts, new Interpreter(facts), sheet);
    }

    /** Most of what is known to be absent is known for the interpreter's sake; no rule would match it. */
    private boolean mayFire(Object fact) {
        return !(fact instanceof Named named) || named.isPresent() || askedAbsent.contains(named.getName());
    }

    /** Fires the network; where the facts match in too many ways, the interpreter says what fires. */
    private Map<Rule, List<Set<Object>>> fire(List<Object> facts, Interpreter interpreter, FactSheet sheet) {
        List<Object> asked = facts.stream().filter(this::mayFire).toList();
        return network.fire(asked).orElseGet(() -> fire(interpreter, sheet, rule -> true));
    }

    private static Assessment.Outcome outcome(List<Finding> findings, List<Gap> gaps) {
        if (!findings.isEmpty()) {
            return Assessment.Outcome.FOUND;
        }
        return gaps.isEmpty() ? Assessment.Outcome.NOTHING_FOUND : Assessment.Outcome.COULD_NOT_LOOK;
    }
}
