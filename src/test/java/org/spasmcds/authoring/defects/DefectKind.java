package org.spasmcds.authoring.defects;

import java.util.List;

/**
 * One kind of slip.
 *
 * @param defect what is wrong and why it is dangerous, as one sentence
 * @param tool {@code check}, {@code analyze} or {@code test}
 * @param check the check of that tool
 * @param consequences checks that rightly report any plant of the kind once more
 */
public record DefectKind(
        String id, String defect, String tool, String check, List<String> consequences, List<Plant> plants) {}
