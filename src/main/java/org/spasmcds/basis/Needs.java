package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Named;
import org.spasmcds.fact.Result;
import org.spasmcds.intake.Dependents;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** Which questions would decide a pattern that is unknown for a patient. */
final class Needs {
    private final Vocabulary vocabulary;
    private final FactSheet sheet;
    private final Interpreter interpreter;
    private final List<Entry> entries;
    private final Set<Section> complete;
    private final Map<String, Set<Subject>> ofNames = new HashMap<>();
    private final Map<String, Set<Subject>> ofGroups = new HashMap<>();
    private final Map<Condition.Pattern, Set<Subject>> known = new IdentityHashMap<>();

    Needs(Vocabulary vocabulary, FactSheet sheet, Interpreter interpreter, List<Entry> entries, Set<Section> complete) {
        this.vocabulary = vocabulary;
        this.sheet = sheet;
        this.interpreter = interpreter;
        this.entries = entries;
        this.complete = complete;
    }

    /** Any one of these may decide it; empty when no question can. */
    Set<Subject> of(Condition.Pattern pattern) {
        Set<Subject> subjects = known.get(pattern);
        if (subjects == null) {
            subjects = compute(pattern);
            known.put(pattern, subjects);
        }
        return subjects;
    }

    private Set<Subject> compute(Condition.Pattern pattern) {
        return switch (pattern.type().name()) {
            case "Patient" -> ofPatient(pattern);
            case "Spasm" -> details(Section.SPASMS, Set.of(""), pattern);
            case "Group" -> {
                Set<Subject> all = new LinkedHashSet<>();
                pattern.names().forEach(group -> all.addAll(members(group)));
                yield all;
            }
            default -> {
                Set<Subject> all = new LinkedHashSet<>();
                pattern.names().forEach(name -> all.addAll(ofName(pattern, name)));
                yield all;
            }
        };
    }

    private Set<Subject> ofPatient(Condition.Pattern pattern) {
        Set<Subject> all = new LinkedHashSet<>();
        for (Condition.Test test : pattern.tests()) {
            boolean known = interpreter.about(pattern.type(), "").stream()
                    .anyMatch(fact -> isKnown(pattern.type(), test.property(), fact));
            if (!known) {
                all.add(test.property().equals("age") ? new Subject.Age() : new Subject.Sex());
            }
        }
        return all;
    }

    private static boolean isKnown(FactType type, String property, Object fact) {
        FactType.Property read = type.properties().get(property);
        if (read instanceof FactType.Property.Text text) {
            return !text.read().apply(fact).isEmpty();
        }
        return !(read instanceof FactType.Property.Number number)
                || !Double.isNaN(number.read().applyAsDouble(fact));
    }

    private Set<Subject> ofName(Condition.Pattern pattern, String name) {
        boolean isResult = pattern.type().factClass() == Result.class;
        if (!isResult && isThere(pattern.type(), name)) {
            Set<String> names = new LinkedHashSet<>(vocabulary.descendants(name));
            names.add(name);
            Set<Subject> details = new LinkedHashSet<>();
            Kind kind = kind(name);
            Section.of(kind).ifPresent(section -> details.addAll(details(section, names, pattern)));
            if (Dependents.isSpasm(name)) {
                details.addAll(details(Section.SPASMS, Set.of(""), pattern));
            }
            return details;
        }
        if (pattern.type().name().equals("FamilyHistory")) {
            return Set.of(new Subject.Presence(Section.FAMILY_HISTORY, name));
        }
        return isResult ? ofResult(name) : presence(name);
    }

    private boolean isThere(FactType type, String name) {
        return interpreter.about(type, name).stream()
                .anyMatch(fact -> fact instanceof Named named && named.isPresent());
    }

    private Kind kind(String name) {
        return vocabulary.name(name).map(Name::kind).orElseThrow();
    }

    /** The result itself and, where it can be computed, the measured ones that are missing for it. */
    private Set<Subject> ofResult(String test) {
        Set<String> inputs = new LinkedHashSet<>(Dependents.inputs(test));
        inputs.removeIf(input -> !Dependents.inputs(input).isEmpty() || hasCurrent(input));
        Set<Subject> values = new LinkedHashSet<>();
        if (!hasCurrent(test)) {
            values.add(new Subject.Value(test));
        }
        inputs.forEach(input -> values.add(new Subject.Value(input)));
        return values;
    }

    private boolean hasCurrent(String test) {
        return interpreter.about(FactType.of("Result").orElseThrow(), test).stream()
                .anyMatch(fact -> ((Result) fact).isCurrent());
    }

    private Set<Subject> presence(String name) {
        Set<Subject> subjects = ofNames.get(name);
        if (subjects == null) {
            subjects = askFor(name);
            ofNames.put(name, subjects);
        }
        return subjects;
    }

    private Set<Subject> askFor(String name) {
        Set<String> inputs = Dependents.inputs(name);
        if (!inputs.isEmpty() && !kind(name).equals(Kind.CONDITION)) {
            // A sign that follows from results; that a result is low again takes an earlier one too.
            return name.startsWith("qtc") ? Set.of(new Subject.Value("qtc")) : Set.of();
        }
        if (!sheet.isUnknown(name)
                || entries.stream().anyMatch(entry -> entry.name().equals(name))) {
            return Set.of();
        }
        Section section = Section.of(kind(name)).orElseThrow();
        boolean asList = (section == Section.MEDICINES || section == Section.CONDITIONS)
                && !complete.contains(section)
                && !Dependents.besideLists().contains(name);
        return Set.of(asList ? new Subject.Listing(section) : new Subject.Presence(section, name));
    }

    private Set<Subject> members(String group) {
        Set<Subject> subjects = ofGroups.get(group);
        if (subjects == null) {
            subjects = new LinkedHashSet<>();
            members(group, subjects);
            ofGroups.put(group, subjects);
        }
        return subjects;
    }

    private void members(String group, Set<Subject> into) {
        for (Member member : vocabulary.groups().getOrDefault(group, List.of())) {
            if (!sheet.isUnknown(member)) {
                continue;
            }
            if (member instanceof Member.Limit limit) {
                into.addAll(ofResult(limit.test()));
            } else if (member instanceof Member.Named named) {
                if (vocabulary.name(named.name()).isPresent()) {
                    into.addAll(presence(named.name()));
                } else {
                    into.addAll(members(named.name()));
                }
            }
        }
    }

    /** The fields that entries of these names leave open and the pattern asks for. */
    private Set<Subject> details(Section section, Set<String> names, Condition.Pattern pattern) {
        Set<Subject> details = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (entry.section() != section || !names.contains(entry.name())) {
                continue;
            }
            for (Field field : section.fields()) {
                boolean asked = Reach.properties(field.name()).stream()
                        .anyMatch(property -> pattern.tests().stream()
                                .anyMatch(test -> test.property().equals(property)));
                if (asked && isOpen(entry, field.name())) {
                    details.add(new Subject.Detail(section, entry.name(), field.name()));
                }
            }
        }
        return details;
    }

    private static boolean isOpen(Entry entry, String field) {
        List<String> sameAs = switch (field) {
            case "onset" -> List.of("onset", "recent", "longStanding");
            case "last" -> List.of("last", "onset");
            default -> List.of(field);
        };
        return sameAs.stream().noneMatch(each -> entry.values().containsKey(each))
                && !Section.NOT_READ.contains(field)
                && !List.of("status", "observed", "ended", "stopped", "start", "recent", "longStanding", "kind")
                        .contains(field);
    }

    /** What is known not to be there. */
    Set<String> denied() {
        return entries.stream()
                .filter(entry -> entry.text("status").equals("absent"))
                .map(Entry::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All that can be asked about what is known, for the exhaustive list. */
    List<Subject> everyDetail() {
        List<Subject> all = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.section() == Section.RESULTS
                    || !List.of("", "present", "active").contains(entry.text("status"))) {
                continue;
            }
            for (Field field : entry.section().fields()) {
                if (isOpen(entry, field.name())) {
                    all.add(new Subject.Detail(entry.section(), entry.name(), field.name()));
                }
            }
        }
        return all;
    }
}
