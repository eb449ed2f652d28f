package org.spasmcds.authoring;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One case beside a rule.
 *
 * @param file the scenario file, relative to the rule folder
 * @param line where it stands in the file
 * @param name what the case shows, as a clinical sentence
 * @param condition the condition that the file is about; empty for a file of presentations
 */
public record Scenario(String file, int line, String name, String condition, JsonNode given, JsonNode expect) {}
