package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What came back from a call.
 *
 * @param call the method and URL
 * @param status the HTTP status; 0 when no answer came
 * @param contentType the media type of the answer; empty when none was told
 * @param body the answer, or why none came
 */
record Exchange(String call, int status, String contentType, String body) {

    boolean answered() {
        return status != 0;
    }

    boolean success() {
        return status >= 200 && status < 300;
    }

    /** Whether the caller was not let in. */
    boolean unauthorized() {
        return status == 401 || status == 403;
    }

    /** Whether nothing is there that takes such a call. */
    boolean absent() {
        return status == 404 || status == 405 || status == 501;
    }

    boolean refused() {
        return status >= 400 && status < 500;
    }

    Optional<JsonNode> json() {
        return Json.read(body);
    }

    String told() {
        return answered() ? call + " answered " + status : call + " was not answered: " + body;
    }
}
