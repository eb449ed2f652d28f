package org.spasmcds.authoring.check;

import java.util.Set;

/** Looks for one kind of fault, or a few that belong together. */
interface Check {
    /** The ids under which it reports; each has a page in {@code rules/checks}. */
    Set<String> ids();

    void run(CheckedFolder folder, Report report);
}
