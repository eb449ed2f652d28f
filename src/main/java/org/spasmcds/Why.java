package org.spasmcds;

import java.util.List;
import java.util.stream.Stream;

/**
 * Why a rule counts in an assessment: one for every reason of every finding.
 *
 * @param finding the id of the finding that it is a reason of
 * @param rule the id of the rule
 * @param level the level that it gives
 * @param says what it says to the reader
 * @param grounds the conditions that carried it, each with its facts; of alternatives those that hold
 * @param excluded the conditions that it wanted not to hold and that are known not to
 * @param assumed what it took to be so because it is not known
 * @param doubts what must be repeated or checked before the facts are believed
 * @param evidence how well the figures of the rule were checked
 * @param file the file of the rule, relative to the rule folder, and the line where the rule stands in it
 * @param version the version of the condition
 */
public record Why(
        String finding,
        String rule,
        Level level,
        String says,
        List<Ground> grounds,
        List<Ground> excluded,
        List<String> assumed,
        List<String> doubts,
        Evidence evidence,
        List<Finding.Source> sources,
        String file,
        int line,
        int version) {

    /** What the grounds say, each once: what another sentence says with more is left out. */
    public List<String> because() {
        List<String> told = grounds.stream()
                .flatMap(ground -> Stream.of(ground.sentence().split("; ")))
                .distinct()
                .toList();
        return told.stream()
                .filter(each -> told.stream().noneMatch(other -> other.startsWith(each + ", ")))
                .toList();
    }

    /** The grounds that say something which no other says with more. */
    public List<Ground> telling() {
        List<String> because = because();
        return grounds.stream()
                .filter(ground -> Stream.of(ground.sentence().split("; ")).anyMatch(because::contains))
                .toList();
    }
}
