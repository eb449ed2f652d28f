package org.spasmcds.authoring;

import java.util.List;

/**
 * How a case came out.
 *
 * @param failures what was expected and what came instead; empty when the case passed
 * @param because which fact met or failed which condition, so that it came out so
 */
public record Verdict(Scenario scenario, List<String> failures, List<String> because) {
    public boolean passed() {
        return failures.isEmpty();
    }
}
