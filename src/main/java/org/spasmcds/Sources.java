package org.spasmcds;

import java.util.List;
import java.util.Set;
import org.spasmcds.vocabulary.Source;
import org.spasmcds.vocabulary.Vocabulary;

/** What the cited sources are worth together. */
public final class Sources {
    private Sources() {}

    /** The publications of these ids. */
    public static List<Finding.Source> of(Vocabulary vocabulary, Set<String> ids) {
        return ids.stream()
                .flatMap(id -> vocabulary.source(id).stream())
                .map(source -> new Finding.Source(
                        source.id(), source.title(), source.organization(), source.year(), source.url()))
                .toList();
    }

    /** One source that was read is enough; a document that nobody opened is worth less than an open statement of consensus. */
    public static Evidence evidence(Vocabulary vocabulary, Set<String> ids) {
        List<String> evidence = ids.stream()
                .flatMap(id -> vocabulary.source(id).stream())
                .map(Source::evidence)
                .toList();
        if (evidence.stream().anyMatch(each -> !each.equals("none") && !each.equals("not-retrieved"))) {
            return Evidence.SOURCED;
        }
        return evidence.contains("not-retrieved") ? Evidence.UNVERIFIED : Evidence.CONSENSUS;
    }
}
