package org.spasmcds.authoring.testing;

import java.util.List;
import org.spasmcds.Problem;
import org.spasmcds.authoring.Verdict;

/**
 * How the cases of a folder came out.
 *
 * @param cases in the order of their files and lines
 * @param problems scenario files, or cases in them, that cannot be read
 * @param seconds how long it took, from reading the files on
 */
public record TestReport(List<Ran> cases, List<Problem> problems, double seconds) {
    /** One case that was run. */
    public record Ran(Verdict verdict, double seconds) {}

    public int passed() {
        return (int) cases.stream().filter(ran -> ran.verdict().passed()).count();
    }

    public int failed() {
        return cases.size() - passed();
    }

    /** Every case passed, and everything could be read. */
    public boolean isGood() {
        return failed() == 0 && problems.isEmpty();
    }
}
