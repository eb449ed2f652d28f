package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spasmcds.authoring.impact.ChangedPatient;
import org.spasmcds.authoring.impact.FiringDifference;
import org.spasmcds.authoring.impact.Found;
import org.spasmcds.authoring.impact.ImpactReport;
import org.spasmcds.authoring.impact.Line;
import org.spasmcds.authoring.impact.Shift;
import org.spasmcds.authoring.impact.SignOffs;

/** What an edit changes, for a terminal of 80 columns. */
final class ImpactText {
    private static final int WIDTH = 80;
    private static final int DIFFERENT_LINES = 12;

    private final PrintWriter out;

    ImpactText(PrintWriter out) {
        this.out = out;
    }

    void print(ImpactReport report) {
        summary(report);
        levels(report);
        report.groups().forEach(group -> group(report, group));
        idle(report);
        refused(report);
        signatures(report.signatures());
    }

    private void summary(ImpactReport report) {
        ImpactReport.Counts counts = report.counts();
        out.println(
                count(counts.compared(), "patient") + ", " + number(counts.changed()) + " changed: level fallen for "
                        + number(counts.fallen()) + ", risen for " + number(counts.risen()) + ", the same for "
                        + number(counts.sameLevel()));
        if (counts.refused() > 0) {
            out.println(count(counts.refused(), "document") + " refused: by OLD " + counts.refusedByOld() + ", by NEW "
                    + counts.refusedByNew() + ", by both " + counts.refusedByBoth());
        }
        wrap("OLD  ", report.older().words());
        wrap("NEW  ", report.newer().words());
        wrap("     ", report.differences());
        out.println("     as of " + report.evaluatedAt() + ", compared in "
                + String.format(Locale.ROOT, "%.1f s", report.seconds()));
    }

    private void levels(ImpactReport report) {
        out.println();
        out.println("Level: OLD down, NEW across, numbers of patients (v fallen, ^ risen)");
        StringBuilder head = new StringBuilder(" ".repeat(9));
        Shift.LEVELS.forEach(level -> head.append(String.format(Locale.ROOT, "%10s ", level)));
        out.println(head.toString().stripTrailing());
        for (String from : Shift.LEVELS) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-9s", from));
            for (String to : Shift.LEVELS) {
                Shift shift = new Shift(from, to);
                int patients = report.patients(shift);
                String mark = shift.fell() ? "v" : shift.rose() ? "^" : " ";
                row.append(String.format(Locale.ROOT, "%10s", patients == 0 ? "." : number(patients)))
                        .append(patients == 0 ? " " : mark);
            }
            out.println(row.toString().stripTrailing());
        }
    }

    private void group(ImpactReport report, ImpactReport.Group group) {
        out.println();
        out.println(group.condition() + ": " + count(group.patients(), "patient"));
        out.println("  " + group.file() + ":" + group.line());
        report.files().stream().filter(file -> file.file().equals(group.file())).forEach(this::difference);
        for (ImpactReport.RuleCount rule : group.rules()) {
            out.println("  " + rule.rule() + ": " + rule.how().words() + " for " + rule.patients());
        }
        for (ImpactReport.GroupMove move : group.moves()) {
            move(move);
        }
    }

    private void difference(ImpactReport.FileDifference file) {
        List<String> changed = file.lines().stream()
                .filter(Line::differs)
                .map(line -> "    " + line.mark() + " " + line.text().strip())
                .toList();
        changed.stream().limit(DIFFERENT_LINES).forEach(out::println);
        if (changed.size() > DIFFERENT_LINES) {
            out.println("    and " + (changed.size() - DIFFERENT_LINES) + " more lines (--html shows them)");
        }
    }

    private void move(ImpactReport.GroupMove move) {
        Shift shift = move.shift();
        String what = shift.fell() ? "FALLEN " : shift.rose() ? "risen " : "level stays ";
        String levels = shift.from().equals(shift.to()) ? shift.from() : shift.from() + " -> " + shift.to();
        out.println();
        out.println("  " + what + levels + ": " + count(move.patients(), "patient"));
        move.examples().forEach(this::example);
        int more = move.patients() - move.examples().size();
        if (more > 0) {
            out.println("    and " + more + " more (--limit 0 shows all)");
        }
    }

    private void example(ChangedPatient patient) {
        out.println("    "
                + printable(patient.id().isEmpty() ? patient.where() : patient.id() + " (" + patient.where() + ")"));
        for (FiringDifference rule : patient.rules()) {
            String facts = rule.facts().isEmpty() ? "no fact of its own" : String.join("; ", rule.facts());
            wrap(
                    "      fact  ",
                    printable(facts) + "  [" + rule.rule() + ", " + rule.how().words() + "]");
        }
        wrap("      OLD   ", findings(patient.before(), patient.after()));
        wrap("      NEW   ", findings(patient.after(), patient.before()));
        if (patient.bothHoldALevel()) {
            wrap("      both  ", findings(patient.both(), List.of()));
        }
        if (!patient.firstExplanation().isEmpty()) {
            wrap(
                    "      first explanation: ",
                    patient.firstExplanation().stream()
                            .map(id -> id.isEmpty() ? "none" : id)
                            .collect(Collectors.joining(" -> ")));
        }
    }

    /** With its rules where both versions grade the finding alike, so that only its reasons differ. */
    private static String findings(List<Found> findings, List<Found> others) {
        List<String> texts = new ArrayList<>();
        for (Found found : findings) {
            boolean gradedAlike = others.stream().anyMatch(found::isGradedLike);
            texts.add(found.condition() + " " + found.certainty() + " " + found.level()
                    + (gradedAlike ? " by " + String.join(", ", found.rules()) : ""));
        }
        return texts.isEmpty() ? "nothing in its place" : String.join("; ", texts);
    }

    /** An edit that no patient notices is told too: the cohort may be too small to say anything about it. */
    private void idle(ImpactReport report) {
        List<ImpactReport.Edit> idle = report.idle();
        if (idle.isEmpty()) {
            return;
        }
        out.println();
        out.println("Rules that decide otherwise and change no answer in this cohort");
        for (ImpactReport.Edit edit : idle) {
            wrap(
                    "  ",
                    edit.rule() + ": " + edit.edit().name().toLowerCase(Locale.ROOT) + "; fires for "
                            + edit.firesInOld() + " in OLD, " + edit.firesInNew() + " in NEW");
        }
    }

    private void refused(ImpactReport report) {
        if (report.counts().refused() == 0) {
            return;
        }
        out.println();
        out.println("Refused");
        report.refused()
                .forEach(refused -> wrap(
                        "  ",
                        printable(refused.where()) + ": by " + refused.side().words() + ": "
                                + printable(refused.message())));
        int more = report.counts().refused() - report.refused().size();
        if (more > 0) {
            out.println("  and " + more + " more (--limit 0 shows all)");
        }
    }

    private void signatures(ImpactReport.Signatures signatures) {
        String file = signatures.file();
        if (!signatures.used().isEmpty()) {
            out.println();
            out.println("Signed off: " + count(signatures.signedOff(), "patient"));
            signatures
                    .used()
                    .forEach(used -> wrap(
                            "  ",
                            file + ":" + used.signOff().line() + ": "
                                    + used.signOff().condition() + " "
                                    + used.signOff().from() + " -> "
                                    + used.signOff().to() + ", "
                                    + count(used.patients(), "patient") + "; "
                                    + used.signOff().reason() + " ("
                                    + used.signOff().signedBy() + ")"));
        }
        if (!signatures.notUsed().isEmpty()) {
            out.println();
            out.println("Signatures that were not needed or do not count");
            signatures
                    .notUsed()
                    .forEach(unused -> wrap(
                            "  ",
                            file + ":" + unused.signOff().line() + ": "
                                    + unused.signOff().condition() + " "
                                    + unused.signOff().from() + " -> "
                                    + unused.signOff().to() + ": " + unused.why()));
        }
        if (!signatures.toAdd().isEmpty()) {
            out.println();
            out.println("NOT SIGNED OFF: the level of " + count(signatures.notSignedOff(), "patient") + " fell.");
            wrap("", "If that is right, add to " + file + ", with a reason and a name at the end of each line:");
            out.println("  " + SignOffs.HEADER);
            signatures.toAdd().forEach(line -> out.println("  " + line.line()));
        }
    }

    private static String count(int number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Text of a document must not steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** Further lines stand under the text of the first. */
    private void wrap(String first, String text) {
        String next = " ".repeat(first.length());
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line.toString().stripTrailing());
    }
}
