package org.spasmcds;

import java.util.List;
import java.util.stream.Collectors;

/** A rule folder that cannot be used. Nothing of it was loaded. */
public final class InvalidRulesetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidRulesetException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the files and lines. */
    public List<Problem> problems() {
        return problems;
    }
}
