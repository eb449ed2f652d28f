package org.spasmcds;

import java.util.List;

/**
 * A question whose answer could change the level or the leading explanation.
 *
 * @param id names it in a dialog, for example {@code symptoms.muscle-weakness} or {@code results.potassium}
 * @param text the question for the reader
 * @param effort how the answer is got
 * @param form what an answer looks like
 * @param unit of a number, in UCUM; empty where there is none
 * @param choices the words to choose from; empty for the other forms
 * @param effects what the answer could change, the gravest first
 */
public record Question(
        String id, String text, Effort effort, Form form, String unit, List<String> choices, List<Effect> effects) {

    /** Whether it is asked of everyone, as many conditions depend on it and none in particular points to it. */
    public boolean isOfHistory() {
        return form == Form.LIST && effects.isEmpty();
    }

    /** How an answer is got, the easiest first. */
    public enum Effort {
        ASK,
        EXAMINE,
        MEASURE,
        LABORATORY
    }

    /** What an answer looks like. */
    public enum Form {
        /** {@code yes} or {@code no}; a yes may be followed by details of the entry: {@code yes; onset: 2 days ago; side: left}. */
        YES_NO,
        /** A number, of a result with its unit: {@code 2.3 mmol/L}. */
        NUMBER,
        /** One of the choices. */
        CHOICE,
        /**
         * Those of the choices that are so, separated by semicolons, or {@code none}. Where the choices are names, each may have its
         * details in brackets, and none means that none of them is there; what some answer does not name stays unknown.
         */
        CHOICES,
        /** A point in time: {@code 2 days ago}, {@code 2026-01-15}. */
        TIME,
        /** A length of time: {@code 10 minutes}. */
        SPAN,
        /** Sites of the body separated by commas: {@code calf, foot}. */
        SITES,
        /** Names separated by semicolons, each with its details in brackets: {@code simvastatin (start: 2 weeks ago); ramipril}; or {@code none}. */
        LIST
    }

    /**
     * What an answer could do to one condition.
     *
     * @param condition its id
     * @param title the condition as a reader sees it
     * @param level the level that the condition would have, or has where it would be taken back
     * @param takesBack whether the answer would take a finding back instead of raising one
     * @param says the effect as a sentence
     */
    public record Effect(String condition, String title, Level level, boolean takesBack, String says) {}
}
