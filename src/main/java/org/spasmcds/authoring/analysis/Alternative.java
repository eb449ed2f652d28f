package org.spasmcds.authoring.analysis;

import java.util.List;

/**
 * One way in which a rule can fire: a fact for each demand, and none for what is excluded.
 *
 * @param stated demands that some fact must satisfy, as they are written
 * @param wanted the same, each narrowed by what is excluded, and those of the patient in one
 * @param excluded demands that no fact may satisfy
 * @param contradiction why no patient can be so; empty when no reason is known
 * @param strain two demands that only two results of one test which disagree can meet; empty where there are none
 */
record Alternative(
        List<Demand> stated, List<Demand> wanted, List<Demand> excluded, String contradiction, String strain) {
    boolean impossible() {
        return !contradiction.isEmpty();
    }
}
