package org.spasmcds.examples.conformance;

import java.util.List;

/**
 * A sentence of the specification that binds somebody.
 *
 * @param id its section and a number in it
 * @param section the heading under which it stands
 * @param party whom it binds: {@code service}, {@code client}, {@code both} or {@code hook author}
 * @param keyword the word that makes it binding
 * @param text the sentence
 * @param checks the names of the checks that test it; empty when it is not tested
 * @param reason why it is not tested; empty when it is
 */
public record Requirement(
        String id, String section, String party, String keyword, String text, List<String> checks, String reason) {

    public Requirement {
        checks = List.copyOf(checks);
    }

    public boolean tested() {
        return !checks.isEmpty();
    }
}
