package org.spasmcds;

import java.util.List;

/**
 * A red flag that could not be judged.
 *
 * @param id the id of the condition
 * @param level the level that it could reach
 * @param missing the facts that would decide it
 */
public record Gap(String id, Level level, List<String> missing) {}
