package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 */
record Wanted(Condition.Pattern pattern, boolean there) {
    private static final List<String> KINDS = List.of("muscle-cramp", "muscle-spasm", "fasciculation");
    /** What a fact under another name or of another type says too. */
    private static final Set<String> PLAIN =
            Set.of("present", "active", "any", "acute", "site", "side", "region", "recent", "longStanding");

    boolean isAbout(Class<?> type) {
        return pattern.type().factClass() == type;
    }

    /** One fact that would be both; empty when it takes two. */
    Optional<Wanted> with(Wanted other, Vocabulary vocabulary) {
        if (there != other.there) {
            return Optional.empty();
        }
        if (pattern.type() == other.pattern.type()) {
            return sameType(other, vocabulary);
        }
        return there ? implied(other, vocabulary).or(() -> other.implied(this, vocabulary)) : Optional.empty();
    }

    private Optional<Wanted> sameType(Wanted other, Vocabulary vocabulary) {
        if (!agree(pattern.tests(), other.pattern.tests())) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        for (String name : pattern.names()) {
            for (String otherName : other.pattern.names()) {
                if (name.equals(otherName) || vocabulary.ancestors(name).contains(otherName)) {
                    names.add(name);
                } else if (vocabulary.ancestors(otherName).contains(name)) {
                    names.add(otherName);
                }
            }
        }
        String key = pattern.type().key();
        if (!key.isEmpty() && names.isEmpty()) {
            return Optional.empty();
        }
        List<Condition.Test> tests = new ArrayList<>();
        if (!key.isEmpty()) {
            tests.add(new Condition.Test.Text(key, List.copyOf(names), pattern.line(), pattern.column()));
        }
        addNew(pattern.tests(), key, tests);
        addNew(other.pattern.tests(), key, tests);
        return Optional.of(new Wanted(
                new Condition.Pattern(pattern.type(), List.copyOf(tests), pattern.line(), pattern.column()), there));
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

    /** This one, where the other follows from it: a member of a group, a spasm of a symptom, a name of a wider one of another kind. */
    private Optional<Wanted> implied(Wanted other, Vocabulary vocabulary) {
        boolean plain = other.pattern.tests().stream()
                .allMatch(test -> test.property().equals(other.pattern.type().key())
                        || PLAIN.contains(test.property())
                        || other.isAbout(Group.class));
        List<String> mine = isAbout(Spasm.class) ? kinds() : pattern.names();
        boolean follows = plain
                && !isAbout(Group.class)
                && !mine.isEmpty()
                && mine.stream()
                        .allMatch(name -> other.pattern.names().stream()
                                .anyMatch(wider -> other.isAbout(Group.class)
                                        ? members(wider, vocabulary).contains(name)
                                        : wider.equals(name)
                                                || vocabulary.ancestors(name).contains(wider)));
        return follows && !(other.isAbout(Result.class)) ? Optional.of(this) : Optional.empty();
    }

    private List<String> kinds() {
        for (Condition.Test test : pattern.tests()) {
            if (test instanceof Condition.Test.Text text && text.property().equals("kind")) {
                return text.values();
            }
        }
        return KINDS;
    }

    /** Every name that makes a group count. */
    static Set<String> members(String group, Vocabulary vocabulary) {
        Set<String> members = new LinkedHashSet<>();
        collect(group, vocabulary, members);
        return members;
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

    /** The names of which any one would do; for a spasm its kinds, for a person {@code age} or {@code sex}. */
    List<String> names(Vocabulary vocabulary) {
        if (isAbout(Patient.class)) {
            return pattern.tests().stream()
                    .map(Condition.Test::property)
                    .distinct()
                    .toList();
        }
        if (isAbout(Spasm.class)) {
            return kinds();
        }
        if (!isAbout(Group.class)) {
            return pattern.names();
        }
        Set<String> names = new LinkedHashSet<>();
        pattern.names().forEach(group -> names.addAll(members(group, vocabulary)));
        return List.copyOf(names);
    }
}
