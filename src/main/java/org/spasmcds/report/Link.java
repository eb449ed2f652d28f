package org.spasmcds.report;

import org.spasmcds.Finding;

/**
 * A publication.
 *
 * @param url empty where it is no document
 */
record Link(String text, String by, String url) {
    /** An address that runs something is no address. */
    static Link of(Finding.Source source) {
        return new Link(
                source.title(),
                source.organization() + " " + source.year(),
                source.url().matches("https?://.*") ? source.url() : "");
    }
}
