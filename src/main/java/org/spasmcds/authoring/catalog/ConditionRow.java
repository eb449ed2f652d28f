package org.spasmcds.authoring.catalog;

import java.util.List;
import java.util.Locale;
import org.spasmcds.Sources;
import org.spasmcds.vocabulary.Vocabulary;

/** A condition as a line of a table or a list. */
record ConditionRow(Link link, List<Badge> levels, String says, Badge evidence, String failing) {
    static ConditionRow of(Entry entry, Vocabulary vocabulary, Links links) {
        long failed = entry.cases().failed();
        return new ConditionRow(
                links.condition(entry),
                entry.levels().stream().map(Badge::of).toList(),
                entry.base().says(),
                Badge.of(Sources.evidence(vocabulary, entry.sources())),
                failed == 0 ? "" : Words.count((int) failed, "case") + " failing");
    }

    Badge highest() {
        return levels.get(0);
    }

    /** The lowest level in words where it is not the highest. */
    String lowest() {
        return levels.size() < 2 ? "" : levels.get(levels.size() - 1).text().toLowerCase(Locale.ROOT);
    }
}
