package org.spasmcds.authoring.check;

import org.spasmcds.Problem;

/**
 * Something that an author should change, or look at and accept.
 *
 * @param check the id of the check
 * @param file the path in the rule folder
 * @param line counted from 1
 * @param column counted from 1
 * @param message what is wrong and what is allowed
 * @param subject what {@code accepted.csv} names to let it stand; empty when it cannot stand, since the folder does not load with it
 */
public record Found(String check, String file, int line, int column, String message, String subject) {
    static Found of(Problem problem) {
        return new Found(
                problem.check(), problem.file(), problem.line(), Math.max(1, problem.column()), problem.message(), "");
    }
}
