package org.spasmcds.authoring.catalog;

/**
 * The addresses of the site as seen from one of its pages.
 *
 * @param root the way up to the index
 */
record Links(String root) {
    static final String RULES = "rule";
    static final String CHAPTERS = "cause";

    /** As seen from the index. */
    static final Links TOP = new Links("");
    /** As seen from a page in a folder of the site. */
    static final Links BELOW = new Links("../");

    String chapter(Chapter chapter) {
        return root + CHAPTERS + "/" + file(chapter.page());
    }

    String condition(String id) {
        return root + RULES + "/" + file(id);
    }

    Link condition(Entry entry) {
        return new Link(entry.title(), condition(entry.id()));
    }

    String fact(Fact fact) {
        return fact.kind().equals(Fact.GROUP) ? group(fact.name()) : root + "facts.html#" + anchor(fact.id());
    }

    Link source(String id) {
        return new Link(id, root + "sources.html#" + anchor(id));
    }

    String group(String id) {
        return root + "groups.html#" + anchor(id);
    }

    static String file(String name) {
        return anchor(name) + ".html";
    }

    /** A name as part of an address: a folder may be named in letters that an address must not hold. */
    static String anchor(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
