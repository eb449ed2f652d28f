package org.spasmcds.authoring.impact;

import java.util.List;

/** When things of made-up patients began, counted back from the assessment. */
final class TimesAgo {
    static final List<String> RECENT =
            List.of("6 hours ago", "1 day ago", "3 days ago", "1 week ago", "2 weeks ago", "6 weeks ago");
    static final List<String> LONG = List.of("3 months ago", "1 year ago", "3 years ago", "8 years ago");

    private TimesAgo() {}
}
