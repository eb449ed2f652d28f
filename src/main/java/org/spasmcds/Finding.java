package org.spasmcds;

import java.util.List;

/**
 * A condition that may explain the complaint, or that must not be missed.
 *
 * @param id the id of the condition
 * @param title the condition as a reader sees it
 * @param kind red flag, cause, special population or general
 * @param causes the labels of its cause groups, {@code red-flag} first where it is one
 * @param certainty how sure it is that the condition is there
 * @param attribution how sure it is that the condition goes with this complaint
 * @param says one plain sentence for the reader
 * @param reasons every rule that fired for it, the gravest first, and the findings merged into it
 * @param assumptions what the rules took for granted because it is not known
 * @param ask what is worth asking or measuring next
 * @param raises what could raise the level further and is not known, the highest level first
 * @param sources the publications that the rules cite
 * @param mostUsual it is the most usual explanation, though something graver cannot be left aside
 */
public record Finding(
        String id,
        String title,
        Kind kind,
        List<String> causes,
        Level level,
        Certainty certainty,
        Certainty attribution,
        Evidence evidence,
        String says,
        List<Reason> reasons,
        List<String> assumptions,
        List<String> ask,
        List<Gap> raises,
        List<Source> sources,
        boolean mostUsual) {

    /** What sort of finding it is, in the order in which findings of the same level and certainty stand. */
    public enum Kind {
        RED_FLAG,
        CAUSE,
        SPECIAL_POPULATION,
        GENERAL
    }

    /** A publication. */
    public record Source(String id, String title, String organization, String year, String url) {}
}
