package org.spasmcds.fact;

/**
 * One muscle complaint of the kind cramp, spasm or twitching, at one site; a complaint at several sites is one fact a site.
 * Its age counts from its onset. Each yes-or-no property is {@code yes}, {@code no} or, when not known, empty.
 */
public final class Spasm extends Dated {
    /** What is told of one complaint, apart from its age, kind and place; numbers are NaN and texts empty when not known. */
    public record Pattern(
            String nocturnal,
            String exertional,
            String atRest,
            String duringDialysis,
            String postural,
            String painful,
            String relievedByStretch,
            String stimulusTriggered,
            String sustained,
            String firstEver,
            String limitsActivity,
            String trend,
            double episodeMinutes,
            double perDay,
            double perWeek,
            double disturbedNightsPerWeek) {}

    private final String kind;
    private final String site;
    private final String region;
    private final String side;
    private final String distribution;
    private final Pattern pattern;

    public Spasm(
            double days, String kind, String site, String region, String side, String distribution, Pattern pattern) {
        super(days);
        this.kind = kind;
        this.site = site;
        this.region = region;
        this.side = side;
        this.distribution = distribution;
        this.pattern = pattern;
    }

    /** {@code muscle-cramp}, {@code muscle-spasm} or {@code fasciculation}. */
    public String getKind() {
        return kind;
    }

    /** The body site by its name in the vocabulary; empty when not known. */
    public String getSite() {
        return site;
    }

    /** {@code head-neck}, {@code trunk}, {@code arm} or {@code leg}; empty when not known. */
    public String getRegion() {
        return region;
    }

    /** {@code left}, {@code right} or {@code both}; empty when not known. */
    public String getSide() {
        return side;
    }

    /** {@code focal}, {@code regional} or {@code generalized}; empty when not known. */
    public String getDistribution() {
        return distribution;
    }

    public String getNocturnal() {
        return pattern.nocturnal();
    }

    public String getExertional() {
        return pattern.exertional();
    }

    public String getAtRest() {
        return pattern.atRest();
    }

    public String getDuringDialysis() {
        return pattern.duringDialysis();
    }

    public String getPostural() {
        return pattern.postural();
    }

    public String getPainful() {
        return pattern.painful();
    }

    public String getRelievedByStretch() {
        return pattern.relievedByStretch();
    }

    public String getStimulusTriggered() {
        return pattern.stimulusTriggered();
    }

    /** A continuous contraction. */
    public String getSustained() {
        return pattern.sustained();
    }

    public String getFirstEver() {
        return pattern.firstEver();
    }

    public String getLimitsActivity() {
        return pattern.limitsActivity();
    }

    /** {@code better}, {@code stable} or {@code worse}; empty when not known. */
    public String getTrend() {
        return pattern.trend();
    }

    /** Length of one episode in minutes; NaN when not known. */
    public double getEpisodeMinutes() {
        return pattern.episodeMinutes();
    }

    /** Episodes a day; NaN when not known. */
    public double getPerDay() {
        return pattern.perDay();
    }

    /** Episodes a week; NaN when not known. */
    public double getPerWeek() {
        return pattern.perWeek();
    }

    /** Nights a week with disturbed sleep; NaN when not known. */
    public double getDisturbedNightsPerWeek() {
        return pattern.disturbedNightsPerWeek();
    }
}
