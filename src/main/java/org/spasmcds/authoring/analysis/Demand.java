package org.spasmcds.authoring.analysis;

import java.util.Set;
import org.spasmcds.rule.Condition;

/**
 * What a pattern demands of one fact.
 *
 * @param pattern where it is written; the first one where several are taken together
 * @param stated as it is written
 * @param full with everything that follows from it
 */
record Demand(Condition.Pattern pattern, Box stated, Box full) {
    static Demand of(Condition.Pattern pattern, Box stated, FactLaws laws) {
        return new Demand(pattern, stated, laws.close(stated));
    }

    boolean impossible() {
        return full.empty();
    }

    /** The same, stated together with another one of the same single fact. */
    Demand and(Demand other, FactLaws laws) {
        return of(pattern, new BoxDraft(stated).add(other.stated).box(), laws);
    }

    /** The same, with something more known of the fact than is stated. */
    Demand narrowed(Box further, FactLaws laws) {
        return new Demand(
                pattern, stated, laws.close(new BoxDraft(full).add(further).box()));
    }

    /** The same of one of its names. */
    Demand named(String name, FactLaws laws) {
        return new Demand(pattern, stated.named(name), laws.close(full.named(name)));
    }

    /** The same, with only these of its names possible. */
    Demand among(Set<String> names, FactLaws laws) {
        Box fewer = new BoxDraft(full.type(), names).add(full).box();
        return new Demand(
                pattern, stated, names.isEmpty() ? new BoxDraft(fewer).never().box() : laws.close(fewer));
    }
}
