package org.spasmcds.examples.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the checks came out: of several results for one check the worst stays. */
final class Results {

    private final Map<String, Result> byCheck = new TreeMap<>();

    void put(String check, Outcome outcome, String detail) {
        byCheck.merge(check, new Result(outcome, detail), Result::worse);
    }

    void passed(String check) {
        put(check, Outcome.PASSED, "");
    }

    /** Passed, or else failed for a reason. */
    boolean decide(String check, boolean passed, String otherwise) {
        put(check, passed ? Outcome.PASSED : Outcome.FAILED, passed ? "" : otherwise);
        return passed;
    }

    /** What the checks of documents found, of which only the first is told in full. */
    void add(Findings findings, String document) {
        for (Requirement requirement : Requirements.all()) {
            for (String check : requirement.checks()) {
                List<Finding> found = findings.of(check);
                if (!found.isEmpty()) {
                    String more = found.size() > 1 ? " (and " + (found.size() - 1) + " more)" : "";
                    put(check, Outcome.FAILED, document + " " + found.get(0) + more);
                } else if (findings.looked(check) > 0) {
                    passed(check);
                }
            }
        }
    }

    Map<String, Result> byCheck() {
        return byCheck;
    }
}
