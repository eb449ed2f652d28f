package org.spasmcds.examples.hooks.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;
import org.spasmcds.examples.hooks.Refused;

/** Reads the body of a request. */
final class Body {
    private Body() {}

    /**
     * @throws Refused with 413 when it is too long, with 415 when it is not JSON
     */
    static byte[] read(HttpExchange exchange, int most) throws IOException {
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!type.equals("application/json") && !type.equals("application/fhir+json")) {
            throw new Refused(415, "Content-Type is not application/json");
        }
        if (exchange.getRequestHeaders().containsKey("Content-Encoding")) {
            throw new Refused(415, "Content-Encoding is not supported");
        }
        Refused tooLong = new Refused(413, "the body is longer than " + most + " bytes");
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (length != null && length.length() > 9 || length != null && Long.parseLong(length) > most) {
            throw tooLong;
        }
        byte[] body = exchange.getRequestBody().readNBytes(most + 1);
        if (body.length > most) {
            throw tooLong;
        }
        return body;
    }
}
