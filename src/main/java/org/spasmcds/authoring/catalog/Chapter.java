package org.spasmcds.authoring.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A folder of rules.
 *
 * @param folder its path in the rule folder; empty for rules that lie in none
 */
record Chapter(String folder, List<Entry> entries) {
    private static final List<String> AFTER_CAUSES = List.of("red-flags", "general", "special-populations");

    /** The causes by their number, then what stands outside them, then what others added. */
    static final Comparator<Chapter> ORDER =
            Comparator.comparingInt(Chapter::place).thenComparing(Chapter::folder);

    private int place() {
        if (isCause()) {
            return 0;
        }
        int after = AFTER_CAUSES.indexOf(folder);
        return after < 0 ? AFTER_CAUSES.size() + 1 : after + 1;
    }

    boolean isCause() {
        return folder.matches("\\d+-.*");
    }

    /** The label of the cause group that the folder is named after. */
    String cause() {
        String label = folder.replaceFirst("^\\d+-", "");
        return Map.of("red-flags", "red-flag", "special-populations", "special-population")
                .getOrDefault(label, label);
    }

    String number() {
        return isCause() ? String.valueOf(Integer.parseInt(folder.substring(0, folder.indexOf('-')))) : "";
    }

    /** The name of its page. */
    String page() {
        return folder.isEmpty() ? "other-conditions" : folder;
    }

    String title() {
        return folder.isEmpty() ? "Other conditions" : Words.sentence(folder.replaceFirst("^\\d+-", ""));
    }
}
