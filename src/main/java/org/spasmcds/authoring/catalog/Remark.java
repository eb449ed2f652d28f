package org.spasmcds.authoring.catalog;

import java.util.List;

/** A sentence with links in it. */
record Remark(String before, List<Link> links, String after) {
    static Remark of(String text) {
        return new Remark(text, List.of(), "");
    }
}
