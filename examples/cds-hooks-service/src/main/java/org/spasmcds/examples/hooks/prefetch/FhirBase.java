package org.spasmcds.examples.hooks.prefetch;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The base URL of a FHIR server that the configuration names. Nothing else is ever fetched, whatever a request or a page link says, so that
 * nobody can make the service call other machines or hand them a token.
 */
record FhirBase(URI url) {
    /** The configured base that a client named, or none. */
    static Optional<FhirBase> of(URI named, List<URI> allowed) {
        return allowed.stream()
                .filter(base -> canonical(base).equals(canonical(named)))
                .findFirst()
                .map(FhirBase::new);
    }

    /** A query below this base. */
    URI resolve(String query) {
        return URI.create(text() + "/" + query);
    }

    /** The URL of a page link, when it lies below this base. */
    Optional<URI> page(String link) {
        URI page;
        try {
            page = new URI(link);
        } catch (java.net.URISyntaxException wrong) {
            return Optional.empty();
        }
        if (!page.isAbsolute()) {
            page = URI.create(text() + "/").resolve(page);
        }
        String base = canonical(url);
        String path = canonical(page);
        boolean below = path.equals(base) || path.startsWith(base + "/");
        boolean plain = page.getRawUserInfo() == null
                && page.normalize().equals(page)
                && page.getRawPath() != null
                && !page.getRawPath().contains("%");
        return Optional.of(page).filter(any -> below && plain);
    }

    private String text() {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Scheme, host, port and path; a URL with a user never equals one without. */
    private static String canonical(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        String path = String.valueOf(url.getRawPath());
        String user = url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + "@";
        return scheme + "://" + user + host + ":" + port
                + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
