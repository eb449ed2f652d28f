package org.spasmcds.authoring.catalog;

import java.util.List;

/**
 * One line of a condition in words: either a heading over other lines, or what is asked of one fact.
 *
 * @param heading such as {@code All of these}; empty for a single fact
 * @param kind the sort of fact
 * @param before what stands before the names
 * @param names the names, each of which would do
 * @param after what is compared
 */
record Line(String heading, List<Line> parts, String kind, String before, List<Link> names, String after) {
    static Line of(String heading, List<Line> parts) {
        return new Line(heading, parts, "", "", List.of(), "");
    }

    static Line of(String kind, String before, List<Link> names, String after) {
        return new Line("", List.of(), kind, before, names, after);
    }
}
