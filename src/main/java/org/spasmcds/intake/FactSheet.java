package org.spasmcds.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.spasmcds.Certainty;
import org.spasmcds.Fact;
import org.spasmcds.Refusal;
import org.spasmcds.fact.Result;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.Vocabulary;

/** The facts of one patient at one time, as rules see them, and what must be said about each. */
public final class FactSheet {
    private final List<Object> facts = new ArrayList<>();
    private final Map<Object, Told> told = new IdentityHashMap<>();
    private final Map<Object, Certainty> caps = new IdentityHashMap<>();
    private final Map<Object, Doubt> doubts = new IdentityHashMap<>();
    private final Map<Object, List<Member>> members = new IdentityHashMap<>();
    private final Set<Object> onDefaultLow = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> onDefaultHigh = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> laboratory = Collections.newSetFromMap(new IdentityHashMap<>());
    private States states;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Object> staleFacts = new ArrayList<>();
    private final Provenance provenance;

    FactSheet(Vocabulary vocabulary, Words words) {
        provenance = new Provenance(vocabulary, words);
    }

    /** What is said of a fact. */
    private record Told(Supplier<String> label, Origin origin) {}

    /**
     * Why a value is believed only so far.
     *
     * @param reason in the words of the report
     * @param onlyEmergencies whether it counts only where it would be an emergency
     */
    public record Doubt(String reason, boolean onlyEmergencies) {}

    /**
     * A member of a group that is present, as far as a finding may rest on it.
     *
     * @param cap the most that a finding can claim which rests on it
     * @param doubts why it is believed only so far
     * @param laboratory whether it is a laboratory result
     */
    public record Member(Certainty cap, List<Doubt> doubts, boolean laboratory) {}

    void members(Object group, List<Member> present) {
        members.put(group, present);
    }

    /** The present members of a group, the best supported first; empty for any other fact. */
    public List<Member> members(Object group) {
        return members.getOrDefault(group, List.of());
    }

    void states(States read) {
        states = read;
    }

    /** Whether nothing is known of a name: neither that it is there nor that it is not. */
    public boolean isUnknown(String name) {
        return states.of(name) == States.State.UNKNOWN;
    }

    /** Whether a member of a group is neither known to count nor known not to. */
    public boolean isUnknown(org.spasmcds.vocabulary.Member member) {
        return states.of(member) == States.State.UNKNOWN;
    }

    void add(Object fact, String label, Origin origin) {
        add(fact, () -> label, origin);
    }

    /**
     * @param label made when it is first asked for: complete lists deny hundreds of names of which hardly any is ever told
     */
    void add(Object fact, Supplier<String> label, Origin origin) {
        facts.add(fact);
        told.put(fact, new Told(label, origin));
    }

    /** A value too old or undated to count, kept for a second look in which only what it would make dangerous is taken. */
    void addStale(Object fact, String label, Origin origin, Doubt doubt) {
        staleFacts.add(fact);
        told.put(fact, new Told(() -> label, origin));
        doubts.put(fact, doubt);
    }

    void doubt(Object fact, Doubt doubt) {
        doubts.put(fact, doubt);
    }

    void cap(Object fact, Certainty certainty) {
        caps.merge(fact, certainty, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    void onDefaultLow(Object fact) {
        onDefaultLow.add(fact);
    }

    void onDefaultHigh(Object fact) {
        onDefaultHigh.add(fact);
    }

    void laboratory(Object fact) {
        laboratory.add(fact);
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    /** The facts to evaluate. */
    public List<Object> facts() {
        return facts;
    }

    /** Stale values in the form that they would have if they were current. */
    public List<Object> staleFacts() {
        return staleFacts;
    }

    /** The facts as if stale values were current: these stand in place of what else there is of the same tests. */
    public List<Object> factsWithStale() {
        Set<String> tests = new HashSet<>();
        staleFacts.forEach(fact -> tests.add(((Result) fact).getTest()));
        List<Object> all = new ArrayList<>(facts);
        all.removeIf(fact -> fact instanceof Result result && tests.contains(result.getTest()));
        all.addAll(staleFacts);
        return all;
    }

    /** Some of the facts in the order in which they were read, so that no answer depends on the order of matching. */
    public List<Object> inOrder(Set<Object> some) {
        List<Object> ordered = new ArrayList<>();
        facts.stream().filter(some::contains).forEach(ordered::add);
        staleFacts.stream().filter(some::contains).forEach(ordered::add);
        return ordered;
    }

    public boolean isStale(Object fact) {
        return staleFacts.contains(fact);
    }

    /** The fact in words, with its value and age; empty for a fact that only counts others. */
    public String label(Object fact) {
        Told of = told.get(fact);
        return of == null ? "" : of.label().get();
    }

    /** What the fact was made from. */
    Origin origin(Object fact) {
        return told.get(fact).origin();
    }

    /**
     * A fact traced to what was given. For a person one a property, for a change of a result the earlier result too.
     *
     * @param properties what was asked of the fact
     */
    public List<Fact> traced(Object fact, Set<String> properties) {
        return provenance.of(fact, label(fact), origin(fact), properties);
    }

    /** The most that a finding can claim which rests on this fact. */
    public Optional<Certainty> cap(Object fact) {
        return Optional.ofNullable(caps.get(fact));
    }

    public Optional<Doubt> doubt(Object fact) {
        return Optional.ofNullable(doubts.get(fact));
    }

    /** Whether a property of the fact was compared with a limit of the vocabulary, the laboratory having given none. */
    public boolean isOnDefaultLimit(Object fact, String property) {
        return switch (property) {
            case "low" -> onDefaultLow.contains(fact);
            case "high", "multiple" -> onDefaultHigh.contains(fact);
            case "normal" -> onDefaultLow.contains(fact) || onDefaultHigh.contains(fact);
            default -> false;
        };
    }

    /** Whether the fact is a laboratory result. */
    public boolean isLaboratory(Object fact) {
        return laboratory.contains(fact);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
