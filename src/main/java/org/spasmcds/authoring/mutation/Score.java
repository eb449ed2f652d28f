package org.spasmcds.authoring.mutation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many mutants the cases notice.
 *
 * @param explained survivors for which {@code accepted.csv} says why they may survive
 */
@JsonIgnoreProperties(
        value = {"survived", "percent"},
        allowGetters = true)
public record Score(int mutants, int noticed, int explained) {
    static final Score NONE = new Score(0, 0, 0);

    @JsonProperty
    public int survived() {
        return mutants - noticed;
    }

    /** Mutants noticed of 100; explained ones count as survivors. 100 where there are no mutants. */
    @JsonProperty
    public double percent() {
        return mutants == 0 ? 100 : Math.floor(1000.0 * noticed / mutants) / 10;
    }

    Score plus(Score other) {
        return new Score(mutants + other.mutants, noticed + other.noticed, explained + other.explained);
    }
}
