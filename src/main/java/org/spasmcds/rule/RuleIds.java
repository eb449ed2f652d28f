package org.spasmcds.rule;

import java.util.Comparator;
import java.util.List;
import org.spasmcds.vocabulary.Distance;

/** Ids as an author types them. */
public final class RuleIds {
    private static final int SUGGESTIONS = 3;

    private RuleIds() {}

    /** The ids most like one that is not known: those that it is part of or that are part of it, then those spelled alike. */
    public static List<String> near(String id, List<String> known) {
        return known.stream()
                .filter(each -> isNear(id, each))
                .sorted(Comparator.comparing((String each) -> !each.contains(id))
                        .thenComparingInt(each -> Distance.between(id, each))
                        .thenComparing(each -> each))
                .limit(SUGGESTIONS)
                .toList();
    }

    private static boolean isNear(String id, String known) {
        return known.contains(id) || id.contains(known) || Distance.between(id, known) <= Math.max(2, id.length() / 3);
    }
}
