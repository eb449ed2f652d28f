package org.spasmcds.authoring.testing;

import java.util.List;
import org.spasmcds.Problem;
import org.spasmcds.authoring.Verdict;

/**
 * What an edit, or a step of the work that is left, led to.
 *
 * @param changes what is different now, in words; empty when nothing is that can change an answer
 * @param problems what keeps the edit from being used: the rules before it stay in use; or cases that cannot be read
 * @param verdicts the cases that were run, those that were edited first
 * @param beside how many of them stand beside an edited file
 */
public record Rerun(List<String> changes, List<Problem> problems, List<Verdict> verdicts, int beside) {
    static Rerun refused(List<Problem> problems) {
        return new Rerun(List.of(), List.copyOf(problems), List.of(), 0);
    }
}
