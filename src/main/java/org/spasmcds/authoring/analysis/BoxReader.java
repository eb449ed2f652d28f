package org.spasmcds.authoring.analysis;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.spasmcds.fact.Dated;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Medicine;
import org.spasmcds.rule.Condition;

/** Reads a pattern as a {@link Box}. Times are taken to be told to the second. */
final class BoxReader {
    /** Seconds in the unit of a property. */
    private static final Map<String, Long> AGES =
            Map.of("hours", 3_600L, "days", 86_400L, "weeks", 604_800L, "months", 2_629_746L);

    private static final Map<String, Long> CHANGES = Map.of("changedDays", 86_400L, "changedWeeks", 604_800L);
    /** Ages are rounded to a millionth of their unit, which is less than so many seconds. */
    private static final int SLACK = 10;

    private static final double DAY = 86_400;

    private BoxReader() {}

    static Box read(Condition.Pattern pattern) {
        BoxDraft draft = new BoxDraft(pattern.type(), new LinkedHashSet<>(pattern.names()));
        for (Condition.Test test : pattern.tests()) {
            if (test instanceof Condition.Test.Flag flag) {
                flag(draft, pattern.type(), flag);
            } else if (test instanceof Condition.Test.Number number) {
                number(draft, number);
            } else if (!test.property().equals(pattern.type().key())) {
                draft.text(test.property(), Set.copyOf(((Condition.Test.Text) test).values()));
            }
        }
        return draft.box();
    }

    private static void flag(BoxDraft draft, FactType type, Condition.Test.Flag flag) {
        if (type.name().equals("Group")) {
            draft.number("present", flag.wanted() ? Range.of(">=", 1) : Range.of("<=", 0));
        } else if (flag.property().equals("absent")) {
            draft.flag(Box.PRESENT, !flag.wanted());
        } else {
            draft.flag(flag.property(), flag.wanted());
        }
    }

    private static void number(BoxDraft draft, Condition.Test.Number number) {
        if (AGES.containsKey(number.property())) {
            draft.number(Box.AGE, seconds(number, AGES.get(number.property())));
        } else if (CHANGES.containsKey(number.property())) {
            draft.number(Box.CHANGED, seconds(number, CHANGES.get(number.property())));
        } else {
            draft.number(number.property(), Range.of(number.operator(), number.value()));
        }
    }

    /** The whole seconds for which the comparison holds, asked of the very property that rules read. */
    private static Range seconds(Condition.Test.Number number, long unit) {
        FactType type = FactType.of("Medicine").orElseThrow();
        FactType.Property.Number property =
                (FactType.Property.Number) type.properties().get(number.property());
        long middle = Math.round(number.value() * unit);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (long second = middle - SLACK; second <= middle + SLACK; second++) {
            if (number.holds(property.read().applyAsDouble(aged(second / DAY)))) {
                low = Math.min(low, second);
                high = Math.max(high, second);
            }
        }
        return switch (number.operator()) {
            case "<", "<=" -> new Range(Double.NEGATIVE_INFINITY, false, high, true);
            case ">", ">=" -> new Range(low, true, Double.POSITIVE_INFINITY, false);
            default -> Range.closed(low, high);
        };
    }

    private static Dated aged(double days) {
        double none = Double.NaN;
        return new Medicine("", true, days, true, false, none, days, none, none, none, "", "");
    }
}
