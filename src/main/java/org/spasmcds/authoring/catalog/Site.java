package org.spasmcds.authoring.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spasmcds.authoring.html.Html;

/** Writes the files of a site and counts them. */
final class Site {
    private static final List<String> PAGES = List.of("index", "thresholds", "facts", "groups", "sources");
    private static final List<String> TITLES = List.of("Conditions", "Thresholds", "Facts", "Groups", "Sources");

    /**
     * A place in the menu.
     *
     * @param current the attribute that marks the page itself
     */
    record Place(String title, String href, boolean current) {}

    record Menu(String root, List<Place> places) {}

    private final Path folder;
    private int pages;
    private long bytes;

    Site(Path folder) {
        this.folder = folder;
    }

    int pages() {
        return pages;
    }

    long bytes() {
        return bytes;
    }

    void top(String name, String title, Object model) throws IOException {
        page(name + ".html", title, name, Links.TOP, model);
    }

    void below(String path, String title, String template, Object model) throws IOException {
        page(path, title, template, Links.BELOW, model);
    }

    private void page(String path, String title, String template, Links links, Object model) throws IOException {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < PAGES.size(); i++) {
            places.add(new Place(TITLES.get(i), links.root() + PAGES.get(i) + ".html", template.equals(PAGES.get(i))));
        }
        Menu menu = new Menu(links.root(), places);
        pages++;
        file(
                path,
                Html.page(
                        title + " · spasm-cds rules",
                        Html.fill("catalog/head", menu),
                        Html.fill("catalog/menu", menu),
                        "catalog/" + template,
                        model));
    }

    void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        bytes += Files.size(file);
    }
}
