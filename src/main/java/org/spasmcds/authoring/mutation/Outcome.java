package org.spasmcds.authoring.mutation;

import java.util.Optional;
import org.spasmcds.authoring.Scenario;

/**
 * What became of a mutant.
 *
 * @param missed how many cases get another answer and do not notice, where none notices
 * @param first the first of them
 */
record Outcome(Mutant mutant, boolean noticed, int missed, Optional<Scenario> first) {}
