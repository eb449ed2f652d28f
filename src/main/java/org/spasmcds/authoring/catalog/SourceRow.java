package org.spasmcds.authoring.catalog;

import java.util.List;
import org.spasmcds.vocabulary.Source;

/**
 * A publication.
 *
 * @param url empty when there is none that a browser may open
 * @param note what a rule file says of it
 * @param readers the conditions that cite it
 */
record SourceRow(
        String anchor,
        String id,
        String title,
        String organization,
        String year,
        String url,
        Badge checked,
        String note,
        List<Link> readers) {
    static SourceRow of(Source source, String note, List<Link> readers) {
        String url = source.url().matches("https?://\\S+") ? source.url() : "";
        return new SourceRow(
                Links.anchor(source.id()),
                source.id(),
                source.title(),
                source.organization(),
                source.year(),
                url,
                checked(source.evidence()),
                note,
                readers);
    }

    private static Badge checked(String evidence) {
        return switch (evidence) {
            case "figure-seen" -> new Badge("badge good", "Figure read", 1, "The figure was read in the publication.");
            case "figure-secondary" ->
                new Badge(
                        "badge good",
                        "Figure read elsewhere",
                        2,
                        "The figure was read in a publication that quotes this one.");
            case "document-seen" -> new Badge("badge good", "Document read", 3, "The publication was read.");
            case "not-retrieved" ->
                new Badge("badge half", "Not opened", 4, "Nobody opened it; to be checked before anyone relies on it.");
            default -> new Badge("badge", "No publication", 5, "Clinical consensus of the authors.");
        };
    }
}
