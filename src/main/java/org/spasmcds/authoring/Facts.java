package org.spasmcds.authoring;

import java.util.List;
import org.spasmcds.fact.FactType;
import org.spasmcds.rule.Condition;

/** The facts of a patient as a pattern meets them. */
public final class Facts {
    private Facts() {}

    /** The facts of the type and the names that a pattern asks about, whatever else it asks of them. */
    public static List<Object> about(Condition.Pattern pattern, List<Object> facts) {
        FactType type = pattern.type();
        return facts.stream()
                .filter(type.factClass()::isInstance)
                .filter(fact -> type.key().isEmpty() || pattern.names().contains(key(type, fact)))
                .toList();
    }

    /** The name that a fact is about; empty for a patient or a spasm. */
    static String name(Condition.Pattern pattern, Object fact) {
        return pattern.type().key().isEmpty() ? "" : key(pattern.type(), fact);
    }

    private static String key(FactType type, Object fact) {
        FactType.Property.Text key = (FactType.Property.Text) type.properties().get(type.key());
        return key.read().apply(fact);
    }
}
