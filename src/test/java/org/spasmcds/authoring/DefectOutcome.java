package org.spasmcds.authoring;

import java.util.ArrayList;
import java.util.List;
import org.spasmcds.authoring.PlantedFolder.Report;
import org.spasmcds.authoring.defects.DefectKind;
import org.spasmcds.authoring.defects.Plant;

/**
 * What the tool of a kind says of one plant.
 *
 * @param found the expected check reports the expected line
 * @param falseAlarms reports on other lines that the rules do not give without the plant, and that do not follow from it
 */
record DefectOutcome(Plant plant, Plant.Planted planted, boolean found, List<Report> falseAlarms) {

    static DefectOutcome of(
            DefectKind kind, Plant plant, PlantedFolder folder, List<Report> unplanted, List<String> consequences) {
        Plant.Planted planted = plant.in(folder.originals());
        List<Report> reports = new ArrayList<>(folder.with(planted, () -> switch (kind.tool()) {
            case "check" -> folder.check();
            case "analyze" -> folder.analyze(plant.file());
            default -> folder.test(plant.file());
        }));
        boolean found = reports.removeIf(report ->
                report.check().equals(kind.check()) && planted.places().contains(report.place()));
        reports.removeIf(report ->
                planted.places().contains(report.place()) || unplanted.stream().anyMatch(report::saysTheSameAs));
        if (kind.tool().equals("test")) {
            reports.clear();
        }
        reports.removeIf(report -> consequences.contains(report.check())
                || kind.consequences().contains(report.check())
                || plant.consequences().contains(report.check()));
        return new DefectOutcome(plant, planted, found, List.copyOf(reports));
    }

    @Override
    public String toString() {
        return plant.name() + " was not reported at " + planted.places()
                + (falseAlarms.isEmpty() ? "" : "; but " + falseAlarms);
    }
}
