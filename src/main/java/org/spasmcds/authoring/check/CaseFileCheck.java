package org.spasmcds.authoring.check;

import java.util.Set;
import java.util.stream.Collectors;

/** Cases lie beside their rule, and there are enough of them. */
final class CaseFileCheck implements Check {
    private static final String MISSING = "missing-cases";
    private static final String ORPHAN = "orphan-cases";
    private static final int FEWEST = 6;
    private static final String PRESENTATIONS = "presentations" + CheckedFolder.CASES;

    @Override
    public Set<String> ids() {
        return Set.of(MISSING, ORPHAN);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        for (RuleText text : folder.texts()) {
            String cases = text.file().replace(".drl", CheckedFolder.CASES);
            long count = folder.cases().stream()
                    .filter(each -> each.file().equals(cases))
                    .count();
            if (!folder.caseTexts().containsKey(cases)) {
                report.add(
                        MISSING,
                        text.place(1, 1),
                        text.name(),
                        "no cases; write at least " + FEWEST + " in " + text.name() + CheckedFolder.CASES);
            } else if (count < FEWEST) {
                report.add(
                        MISSING,
                        new Place(cases, 1, 1),
                        text.name(),
                        count + (count == 1 ? " case" : " cases") + "; a rule has at least " + FEWEST);
            }
        }
        Set<String> rules = folder.texts().stream().map(RuleText::file).collect(Collectors.toSet());
        for (String file : folder.caseTexts().keySet()) {
            boolean presentations = !file.contains("/") && file.endsWith(PRESENTATIONS);
            if (!presentations && !rules.contains(file.replace(CheckedFolder.CASES, ".drl"))) {
                report.add(
                        ORPHAN,
                        new Place(file, 1, 1),
                        file,
                        "no rule file " + file.replace(CheckedFolder.CASES, ".drl")
                                + "; cases without a rule of their own stand in ordinary-" + PRESENTATIONS
                                + " at the top");
            }
        }
    }
}
