package org.spasmcds.authoring;

import java.util.List;

/**
 * How a case came out.
 *
 * @param failures what was expected and what came instead; empty when the case passed
 */
public record Verdict(Scenario scenario, List<String> failures) {
    public boolean passed() {
        return failures.isEmpty();
    }
}
