package org.spasmcds.examples.conformance;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The checks that requirements name. */
final class Checks {

    private Checks() {}

    static Set<String> all() {
        return Requirements.all().stream()
                .flatMap(r -> r.checks().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of what a client sends, which need its documents. */
    static Set<String> ofClientDocuments() {
        return all().stream()
                .filter(c -> c.startsWith("request-")
                        || c.startsWith("authorization-")
                        || c.startsWith("context-")
                        || (c.startsWith("feedback-") && !c.equals("feedback-endpoint")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that a living service shows. */
    static Set<String> ofServices() {
        Set<String> checks = new TreeSet<>(all());
        checks.removeAll(ofClientDocuments());
        return checks;
    }
}
