package org.spasmcds;

import java.util.List;

/**
 * A red flag, or a higher level of a finding, that could not be judged.
 *
 * @param id the id of the condition
 * @param title the condition as a reader sees it
 * @param level the level that it could reach
 * @param missing the facts that would decide it
 */
public record Gap(String id, String title, Level level, List<String> missing) {}
