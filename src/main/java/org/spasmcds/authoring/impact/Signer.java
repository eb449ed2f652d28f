package org.spasmcds.authoring.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Holds falls of level against the signatures for them. */
final class Signer {
    private final SignOffs signOffs;
    private final UnaryOperator<String> version;
    private final Map<SignOff, Integer> used = new LinkedHashMap<>();
    private final Map<SignOff, String> failed = new LinkedHashMap<>();
    private final Map<String, Integer> missing = new TreeMap<>();
    private int signed;
    private int unsigned;

    /**
     * @param version the version of a condition in NEW
     */
    Signer(SignOffs signOffs, UnaryOperator<String> version) {
        this.signOffs = signOffs;
        this.version = version;
    }

    /** A fall is signed off when every condition that is responsible for it is. */
    void add(Shift shift, Set<String> conditions) {
        boolean all = true;
        for (String condition : conditions) {
            all &= isSigned(condition, shift);
        }
        if (all) {
            signed++;
        } else {
            unsigned++;
        }
    }

    private boolean isSigned(String condition, Shift shift) {
        String current = version.apply(condition);
        for (SignOff line : signOffs.lines()) {
            if (line.covers(condition, shift)) {
                if (line.version().equals(current) && line.isSigned()) {
                    used.merge(line, 1, Integer::sum);
                    return true;
                }
                failed.put(line, why(line, current));
            }
        }
        missing.merge(SignOffs.toAdd(condition, current, shift), 1, Integer::sum);
        return false;
    }

    private static String why(SignOff line, String current) {
        if (line.version().equals(current)) {
            return line.reason().isBlank() ? "it gives no reason" : "nobody signed it";
        }
        return current.equals(SignOffs.REMOVED)
                ? "it is for version " + line.version() + ", and NEW has no such condition"
                : "it is for version " + line.version() + ", and NEW has version " + current;
    }

    ImpactReport.Signatures signatures() {
        List<ImpactReport.NotUsed> notUsed = new ArrayList<>();
        for (SignOff line : signOffs.lines()) {
            if (!used.containsKey(line)) {
                notUsed.add(new ImpactReport.NotUsed(
                        line, failed.getOrDefault(line, "no patient of this cohort falls like that any more")));
            }
        }
        return new ImpactReport.Signatures(
                signOffs.file(),
                signed,
                unsigned,
                signOffs.lines().stream()
                        .filter(used::containsKey)
                        .map(line -> new ImpactReport.Used(line, used.get(line)))
                        .toList(),
                List.copyOf(notUsed),
                missing.entrySet().stream()
                        .map(entry -> new ImpactReport.ToAdd(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
