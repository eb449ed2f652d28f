package org.spasmcds.authoring.analysis;

import java.util.Map;
import java.util.Set;
import org.spasmcds.fact.FactType;

/**
 * What a pattern demands of one fact: its name among some, and bounds for its properties. Flags that are each other's opposite are one,
 * and times in hours, days, weeks and months are one number of seconds.
 *
 * @param names empty for a patient or a spasm
 * @param numbers properties that must be known and lie in a range
 * @param texts properties that must be known and be among these
 * @param empty no fact can satisfy it
 */
record Box(
        FactType type,
        Set<String> names,
        Map<String, Range> numbers,
        Map<String, Set<String>> texts,
        Map<String, Boolean> flags,
        boolean empty) {
    /** The age of a fact in seconds, and that of the last change of a medicine. */
    static final String AGE = "age of the fact";

    static final String CHANGED = "age of the change";
    /** The flag of which {@code absent} is the opposite. */
    static final String PRESENT = "present";

    boolean is(String typeName) {
        return type.name().equals(typeName);
    }

    boolean has(String flag, boolean value) {
        return flags.containsKey(flag) && flags.get(flag) == value;
    }

    Range number(String property) {
        return numbers.getOrDefault(property, Range.ALL);
    }

    /** The same demand of a fact with one of its names. */
    Box named(String name) {
        return new Box(type, Set.of(name), numbers, texts, flags, empty);
    }
}
