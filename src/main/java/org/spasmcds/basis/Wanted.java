package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spasmcds.fact.Group;
import org.spasmcds.fact.Patient;
import org.spasmcds.fact.Result;
import org.spasmcds.fact.Spasm;
import org.spasmcds.rule.Condition;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * A fact that a rule would need.
 *
 * @param pattern what it would have to be
 * @param there whether the pattern would have to hold, or to be known not to
 * @param names the names of the vocabulary of which any one would do: of a group its members, of a spasm its kinds, of a person
 *     {@code age} or {@code sex}
 */
record Wanted(Condition.Pattern pattern, boolean there, Set<String> names) {
    private static final Set<String> KINDS = Set.of("muscle-cramp", "muscle-spasm", "fasciculation");
    /** What a fact of another type says too. */
    private static final Set<String> PLAIN =
            Set.of("present", "active", "site", "side", "region", "recent", "longStanding");

    static Wanted of(Condition.Pattern pattern, boolean there, Vocabulary vocabulary) {
        return new Wanted(pattern, there, names(pattern, vocabulary));
    }

    private static Set<String> names(Condition.Pattern pattern, Vocabulary vocabulary) {
        if (pattern.type().factClass() == Patient.class) {
            return pattern.tests().stream().map(Condition.Test::property).collect(Collectors.toSet());
        }
        if (pattern.type().factClass() == Spasm.class) {
            return pattern.tests().stream()
                    .filter(test -> test.property().equals("kind"))
                    .<Set<String>>map(test -> new LinkedHashSet<>(((Condition.Test.Text) test).values()))
                    .findFirst()
                    .orElse(KINDS);
        }
        Set<String> names = new LinkedHashSet<>(pattern.names());
        if (pattern.type().factClass() == Group.class) {
            names.clear();
            pattern.names().forEach(group -> collect(group, vocabulary, names));
        }
        return names;
    }

    private static void collect(String group, Vocabulary vocabulary, Set<String> members) {
        for (Member member : vocabulary.groups().getOrDefault(group, List.of())) {
            String name = member instanceof Member.Named named ? named.name() : ((Member.Limit) member).test();
            if (members.add(name)) {
                members.addAll(vocabulary.descendants(name));
                collect(name, vocabulary, members);
            }
        }
    }

    boolean isAbout(Class<?> type) {
        return pattern.type().factClass() == type;
    }

    /** Whether any member of its group would do. */
    boolean isWholeGroup(Vocabulary vocabulary) {
        return isAbout(Group.class) && names.equals(names(pattern, vocabulary));
    }

    /** One fact that would be both; empty when it takes two. */
    Optional<Wanted> with(Wanted other, Vocabulary vocabulary) {
        Set<String> shared = there == other.there ? shared(other, vocabulary) : Set.of();
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        if (isAbout(Group.class) || other.isAbout(Group.class)) {
            Wanted named = isAbout(Group.class) ? other : this;
            return there ? Optional.of(named.narrowed(shared)) : Optional.empty();
        }
        if (pattern.type() == other.pattern.type()) {
            return agree(pattern.tests(), other.pattern.tests())
                    ? Optional.of(joined(other, shared))
                    : Optional.empty();
        }
        if (there && other.isPlain()) {
            return Optional.of(narrowed(shared));
        }
        return there && isPlain() ? Optional.of(other.narrowed(shared)) : Optional.empty();
    }

    /** The names of things that count for both. */
    private Set<String> shared(Wanted other, Vocabulary vocabulary) {
        Set<String> shared = new LinkedHashSet<>();
        boolean whole = isAbout(Patient.class) || isAbout(Result.class);
        for (String name : names) {
            for (String otherName : other.names) {
                if (name.equals(otherName)) {
                    shared.add(name);
                } else if (!whole && vocabulary.ancestors(name).contains(otherName)) {
                    shared.add(name);
                } else if (!whole && vocabulary.ancestors(otherName).contains(name)) {
                    shared.add(otherName);
                } else if (!whole) {
                    Set<String> both = new LinkedHashSet<>(vocabulary.descendants(name));
                    both.retainAll(vocabulary.descendants(otherName));
                    shared.addAll(both);
                }
            }
        }
        return shared;
    }

    /** Whether a fact of another type that stands for its name says all that is asked. */
    private boolean isPlain() {
        return pattern.tests().stream()
                .allMatch(test -> test.property().equals(pattern.type().key()) || PLAIN.contains(test.property()));
    }

    private Wanted narrowed(Set<String> shared) {
        String key = pattern.type().key();
        if (key.isEmpty() || isAbout(Group.class)) {
            return new Wanted(pattern, there, shared);
        }
        return new Wanted(named(shared, pattern.tests(), List.of()), there, shared);
    }

    private Wanted joined(Wanted other, Set<String> shared) {
        return new Wanted(named(shared, pattern.tests(), other.pattern.tests()), there, shared);
    }

    private Condition.Pattern named(Set<String> shared, List<Condition.Test> own, List<Condition.Test> others) {
        String key = pattern.type().key();
        List<Condition.Test> tests = new ArrayList<>();
        if (!key.isEmpty()) {
            tests.add(new Condition.Test.Text(key, List.copyOf(shared), pattern.line(), pattern.column()));
        }
        addNew(own, key, tests);
        addNew(others, key, tests);
        return new Condition.Pattern(pattern.type(), List.copyOf(tests), pattern.line(), pattern.column());
    }

    /** A limit that another one implies is left to the words; only the very same comparison is not repeated. */
    private static void addNew(List<Condition.Test> from, String key, List<Condition.Test> to) {
        for (Condition.Test test : from) {
            if (!test.property().equals(key) && to.stream().noneMatch(each -> same(each, test))) {
                to.add(test);
            }
        }
    }

    private static boolean same(Condition.Test a, Condition.Test b) {
        if (a instanceof Condition.Test.Flag x && b instanceof Condition.Test.Flag y) {
            return x.property().equals(y.property()) && x.wanted() == y.wanted();
        }
        if (a instanceof Condition.Test.Text x && b instanceof Condition.Test.Text y) {
            return x.property().equals(y.property()) && x.values().equals(y.values());
        }
        return a instanceof Condition.Test.Number x
                && b instanceof Condition.Test.Number y
                && x.property().equals(y.property())
                && x.operator().equals(y.operator())
                && x.value() == y.value();
    }

    private static boolean agree(List<Condition.Test> tests, List<Condition.Test> others) {
        return tests.stream().allMatch(test -> others.stream().allMatch(other -> agree(test, other)));
    }

    private static boolean agree(Condition.Test a, Condition.Test b) {
        if (a instanceof Condition.Test.Flag x && b instanceof Condition.Test.Flag y) {
            boolean opposite = !x.property().equals(y.property())
                    && Set.of("present", "absent").containsAll(List.of(x.property(), y.property()));
            return opposite ? x.wanted() != y.wanted() : !x.property().equals(y.property()) || x.wanted() == y.wanted();
        }
        if (!a.property().equals(b.property())) {
            return true;
        }
        if (a instanceof Condition.Test.Text x && b instanceof Condition.Test.Text y) {
            // Names are joined apart, as one may contain the other.
            return Set.of("name", "test").contains(x.property())
                    || x.values().stream().anyMatch(y.values()::contains);
        }
        return !(a instanceof Condition.Test.Number x) || !(b instanceof Condition.Test.Number y) || overlap(x, y);
    }

    private static boolean overlap(Condition.Test.Number a, Condition.Test.Number b) {
        boolean aUp = a.operator().startsWith(">");
        boolean bUp = b.operator().startsWith(">");
        if (aUp == bUp && !a.operator().equals("==") && !b.operator().equals("==")) {
            return true;
        }
        return a.holds(b.value()) || b.holds(a.value()) || (aUp ? a.value() < b.value() : a.value() > b.value());
    }
}
