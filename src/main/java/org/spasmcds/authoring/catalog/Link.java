package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * A word that leads somewhere.
 *
 * @param before what stands between it and the word before it
 * @param href empty for a word that leads nowhere
 */
record Link(String before, String text, String href) {
    Link(String text, String href) {
        this("", text, href);
    }

    /** The words as a list in a sentence: a, b or c. */
    static List<Link> joined(List<Link> links, String last) {
        List<Link> joined = new ArrayList<>();
        for (Link link : links) {
            String before = joined.isEmpty() ? "" : joined.size() == links.size() - 1 ? " " + last + " " : ", ";
            joined.add(new Link(before, link.text, link.href));
        }
        return joined;
    }
}
