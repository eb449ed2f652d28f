package org.spasmcds.authoring.impact;

/**
 * One line of a {@code signed-off.csv}: someone takes responsibility for a level that falls.
 *
 * @param line where it stands
 * @param condition the condition whose edit lets the level fall
 * @param version the {@code @version} of its file for which it was signed, or {@link SignOffs#REMOVED}
 */
public record SignOff(
        int line, String condition, String version, String from, String to, String reason, String signedBy) {
    boolean covers(String otherCondition, Shift shift) {
        return condition.equals(otherCondition) && from.equals(shift.from()) && to.equals(shift.to());
    }

    boolean isSigned() {
        return !reason.isBlank() && !signedBy.isBlank();
    }
}
