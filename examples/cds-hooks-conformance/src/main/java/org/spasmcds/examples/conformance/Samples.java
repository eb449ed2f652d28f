package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Requests to send to services: those of the kit, about synthetic patients, or those of a folder.
 *
 * @param requests requests without the attributes that differ from call to call
 * @param patients what the prefetch of a request is filled from
 */
record Samples(List<ObjectNode> requests, SamplePatients patients) {

    private static final List<String> BUNDLED =
            List.of("patient-view.json", "patient-view-well.json", "order-select.json", "order-sign.json");

    Samples {
        requests = List.copyOf(requests);
    }

    /** The kit's own, with dates counted back from now. */
    static Samples bundled(Instant now) {
        List<ObjectNode> requests = new ArrayList<>();
        for (String name : BUNDLED) {
            requests.add((ObjectNode) Json.read(Json.dated(Json.resource("requests/" + name), now))
                    .orElseThrow());
        }
        return new Samples(requests, SamplePatients.bundled(now));
    }

    /**
     * The requests in a folder's {@code *.json} files.
     *
     * @throws IllegalArgumentException when a file is not a request or there is none
     */
    static Samples folder(Path folder, Instant now) throws IOException {
        List<ObjectNode> requests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                JsonNode request = Json.read(Files.readString(file)).orElse(Json.MAPPER.nullNode());
                if (!request.isObject() || !request.path("hook").isTextual()) {
                    throw new IllegalArgumentException(file + " is not a request: it must be an object with a hook");
                }
                requests.add((ObjectNode) request);
            }
        }
        if (requests.isEmpty()) {
            throw new IllegalArgumentException(folder + " holds no *.json file");
        }
        return new Samples(requests, SamplePatients.bundled(now));
    }

    /** The requests for a hook. */
    List<ObjectNode> of(String hook) {
        return requests.stream()
                .filter(r -> r.path("hook").asText().equals(hook))
                .toList();
    }

    /**
     * A request ready to be sent: with a hook instance of its own, and with what the service asks to be prefetched
     * unless the request brings that itself.
     */
    ObjectNode ready(ObjectNode sample, JsonNode service) {
        ObjectNode request = sample.deepCopy();
        request.put("hookInstance", UUID.randomUUID().toString());
        if (!request.has("prefetch") && !service.path("prefetch").isEmpty()) {
            ObjectNode prefetch = request.putObject("prefetch");
            service.get("prefetch")
                    .properties()
                    .forEach(template -> prefetch.set(
                            template.getKey(),
                            patients.answer(template.getValue().asText(), request.path("context"))));
        }
        return request;
    }
}
