package org.spasmcds.authoring;

import java.util.List;
import org.spasmcds.Level;
import org.spasmcds.Patient;

/**
 * A published case with its labels. The engine sees the patient only.
 *
 * @param scope {@code core}, {@code adjacent} or {@code off-topic}
 * @param level the level that the course of the case called for
 * @param acceptableLevels levels that are acceptable
 * @param acceptableCauses cause groups that are acceptable
 */
public record Vignette(
        String id,
        String scope,
        String diagnosis,
        Level level,
        List<Level> acceptableLevels,
        List<String> acceptableCauses,
        Patient patient) {}
