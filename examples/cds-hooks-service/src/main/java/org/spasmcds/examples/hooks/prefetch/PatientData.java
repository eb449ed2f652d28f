package org.spasmcds.examples.hooks.prefetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What is on record for the patient of a call.
 *
 * @param entries Bundle entries, each with its resource
 * @param missing the prefetch keys that could not be had
 * @param cut the prefetch keys of which only a part could be had
 */
public record PatientData(List<JsonNode> entries, List<String> missing, List<String> cut) {}
