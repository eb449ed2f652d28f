package org.spasmcds;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer for one patient at one time.
 *
 * @param outcome whether something was found, nothing was found, or nothing was found but not everything could be judged
 * @param level the highest level of any finding; empty when there is none
 * @param findings what to do: every finding, the most pressing first
 * @param explanations possible explanations: the findings that name a cause, the best supported first
 * @param gaps the red flags that could not be judged
 * @param refused the facts that were given and not used
 * @param notes what was left out on purpose, such as adult limits in a child
 * @param returnAdvice what should bring the patient back at once
 * @param language the language of all sentences
 */
public record Assessment(
        Instant evaluatedAt,
        Outcome outcome,
        Optional<Level> level,
        List<Finding> findings,
        List<Finding> explanations,
        List<Gap> gaps,
        List<Refusal> refused,
        List<String> notes,
        String returnAdvice,
        String disclaimer,
        Locale language,
        RulesetIdentity ruleset) {

    /** How the search ended. */
    public enum Outcome {
        /** At least one finding. */
        FOUND,
        /** No finding, and every red flag was judged. */
        NOTHING_FOUND,
        /** No finding, but facts are missing that some red flags need. */
        COULD_NOT_LOOK
    }

    /**
     * Which rules gave the answer.
     *
     * @param version the version of the bundled rules, or the name of the folder
     * @param digest SHA-256 over all rule and vocabulary files and the ids switched off
     * @param rules how many rules it holds
     */
    public record RulesetIdentity(String version, String digest, int rules) {}
}
