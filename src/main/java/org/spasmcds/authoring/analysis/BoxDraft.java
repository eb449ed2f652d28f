package org.spasmcds.authoring.analysis;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spasmcds.fact.FactType;

/** A {@link Box} in the making: each further demand narrows it. */
final class BoxDraft {
    private final FactType type;
    private final Set<String> names;
    private final Map<String, Range> numbers = new TreeMap<>();
    private final Map<String, Set<String>> texts = new TreeMap<>();
    private final Map<String, Boolean> flags = new TreeMap<>();
    private boolean empty;

    BoxDraft(FactType type, Set<String> names) {
        this.type = type;
        this.names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    BoxDraft(Box box) {
        this(box.type(), box.names());
        empty = box.empty();
        add(box);
    }

    /** Everything that the other demands as well. */
    BoxDraft add(Box box) {
        box.numbers().forEach(this::number);
        box.texts().forEach(this::text);
        box.flags().forEach(this::flag);
        return this;
    }

    BoxDraft number(String property, Range range) {
        Range both = numbers.getOrDefault(property, Range.ALL).and(range);
        numbers.put(property, both);
        empty |= both.isEmpty();
        return this;
    }

    BoxDraft text(String property, Set<String> values) {
        Set<String> both = new TreeSet<>(values);
        if (texts.containsKey(property)) {
            both.retainAll(texts.get(property));
        }
        texts.put(property, Collections.unmodifiableSet(both));
        empty |= both.isEmpty();
        return this;
    }

    BoxDraft flag(String property, boolean value) {
        Boolean before = flags.put(property, value);
        empty |= before != null && before != value;
        return this;
    }

    /** No fact can satisfy it. */
    BoxDraft never() {
        empty = true;
        return this;
    }

    boolean has(String flag, boolean value) {
        return flags.containsKey(flag) && flags.get(flag) == value;
    }

    boolean knows(String property) {
        return numbers.containsKey(property) || texts.containsKey(property);
    }

    Range number(String property) {
        return numbers.getOrDefault(property, Range.ALL);
    }

    Set<String> text(String property) {
        return texts.getOrDefault(property, Set.of());
    }

    boolean asksForAnything() {
        return !numbers.isEmpty() || !texts.isEmpty() || flags.containsValue(true);
    }

    Box box() {
        return new Box(type, names, Map.copyOf(numbers), Map.copyOf(texts), Map.copyOf(flags), empty);
    }
}
