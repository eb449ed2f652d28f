package org.spasmcds.examples.hooks;

import java.time.Duration;

/**
 * What one request may cost.
 *
 * @param requestBytes the longest body that is read
 * @param requestTime the time in which a request must have arrived
 * @param calls the hook calls that are answered at the same time; more are refused with 503
 * @param fetchTime the time for all that is fetched from the FHIR server for one call
 * @param fetchBytes the longest answer of a FHIR server
 * @param pages the further pages of one prefetch key that are followed
 * @param resources the resources of one patient that are read
 */
public record Limits(
        int requestBytes,
        Duration requestTime,
        int calls,
        Duration fetchTime,
        int fetchBytes,
        int pages,
        int resources) {
    public static final Limits USUAL =
            new Limits(5_000_000, Duration.ofSeconds(10), 16, Duration.ofMillis(2000), 5_000_000, 5, 2000);
}
