package org.spasmcds.authoring.coverage;

import java.util.List;

/**
 * In which cases a rule fired, or a pattern or a number held.
 *
 * @param held names of the cases in which it did
 * @param failed names of the cases in which it is known that it did not
 * @param unknown names of the cases that do not decide it
 */
public record Seen(List<String> held, List<String> failed, List<String> unknown) {
    /** It held in a case, and in another it did not: neither leaving it out nor taking it for granted goes unnoticed by both. */
    public boolean bothWays() {
        return !held.isEmpty() && !(failed.isEmpty() && unknown.isEmpty());
    }

    /** No case knows it to be untrue: only missing facts keep it from holding. */
    public boolean neverKnownUntrue() {
        return bothWays() && failed.isEmpty();
    }

    public boolean never() {
        return held.isEmpty() && failed.isEmpty() && unknown.isEmpty();
    }
}
