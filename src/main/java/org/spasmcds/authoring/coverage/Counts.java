package org.spasmcds.authoring.coverage;

/** In how many cases of the whole folder a pattern held, failed, or was not decided. */
public record Counts(int held, int failed, int unknown) {}
