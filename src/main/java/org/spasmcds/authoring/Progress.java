package org.spasmcds.authoring;

/** Hears how far a long run has come. */
@FunctionalInterface
public interface Progress {
    /** Says nothing. */
    Progress SILENT = (done, total) -> {};

    void reached(long done, long total);
}
