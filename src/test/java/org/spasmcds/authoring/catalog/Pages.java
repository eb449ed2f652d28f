package org.spasmcds.authoring.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of a folder as a test reads them. */
record Pages(Path folder, Map<Path, String> texts) {
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern ADDRESS = Pattern.compile("<(\\w+)[^>]*?\\s(?:href|src)=\"([^\"]*)\"[^>]*>");

    /** A tag that names an address. */
    record Address(String tag, String url, String text) {}

    static Pages of(Path folder) throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                texts.put(file, Files.readString(file));
            }
        }
        return new Pages(folder, texts);
    }

    String text(String page) {
        return texts.get(folder.resolve(page));
    }

    static List<String> ids(String text) {
        return ID.matcher(text).results().map(result -> result.group(1)).toList();
    }

    static List<Address> addresses(String text) {
        List<Address> addresses = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            addresses.add(new Address(matcher.group(1), matcher.group(2), matcher.group()));
        }
        return addresses;
    }

    /** The addresses inside the folder that lead nowhere. */
    List<String> dead() {
        Map<Path, Set<String>> ids = texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Set.copyOf(ids(each.getValue()))));
        List<String> dead = new ArrayList<>();
        texts.forEach((page, text) -> {
            for (Address address : addresses(text)) {
                if (!address.url().matches("https?:.*|data:,") && !resolves(page, address.url(), ids)) {
                    dead.add(folder.relativize(page) + " -> " + address.url());
                }
            }
        });
        return dead;
    }

    private static boolean resolves(Path page, String url, Map<Path, Set<String>> ids) {
        int hash = url.indexOf('#');
        String file = hash < 0 ? url : url.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!Files.isRegularFile(target)) {
            return false;
        }
        return hash < 0 || ids.getOrDefault(target, Set.of()).contains(url.substring(hash + 1));
    }

    static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
