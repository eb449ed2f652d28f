package org.spasmcds.examples.hooks.auth;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.spasmcds.examples.hooks.Refused;

/** The tokens that were used and have not expired yet. One instance of the service remembers its own only. */
final class Replays {
    private static final long PAUSE_SECONDS = 30;

    private final int most;
    private final ConcurrentHashMap<String, Instant> used = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.MIN);

    Replays(int most) {
        this.most = most;
    }

    /**
     * Marks a token as used.
     *
     * @param until when it cannot be accepted any more for its age
     * @return whether it was not used before
     * @throws Refused when so many are in use that one would have to be forgotten
     */
    boolean use(String token, Instant until, Instant now) {
        Instant last = cleaned.get();
        if (last.equals(Instant.MIN) || last.plusSeconds(PAUSE_SECONDS).isBefore(now)) {
            if (cleaned.compareAndSet(last, now)) {
                used.values().removeIf(expiry -> expiry.isBefore(now));
            }
        }
        if (used.size() >= most) {
            throw new Refused(503, "too many tokens are in use; come back later");
        }
        return used.putIfAbsent(token, until) == null;
    }
}
