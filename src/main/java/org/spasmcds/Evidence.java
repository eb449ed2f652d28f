package org.spasmcds;

/** How well the figures behind a finding were checked, best first. */
public enum Evidence {
    /** At least one source whose figure or document was read. */
    SOURCED,
    /** Clinical consensus of the authors only; no publication. */
    CONSENSUS,
    /** Only documents that were not opened; to be checked by a clinician before it is relied on. */
    UNVERIFIED
}
