package org.spasmcds.authoring.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Edits of real files are heard, whatever way an editor saves. */
@Timeout(60)
class FolderEditsTest {
    @TempDir
    private Path folder;

    /** Everything heard up to and with these files. */
    private static Set<String> heard(FolderEdits edits, String... until) {
        Set<String> heard = new TreeSet<>();
        while (!heard.containsAll(Set.of(until))) {
            heard.addAll(edits.next(true).orElseThrow());
        }
        return heard;
    }

    @Test
    void writingRenamingAndRemovingAreHeard() throws IOException {
        Files.createDirectory(folder.resolve("a"));
        Files.writeString(folder.resolve("a/x.drl"), "1");
        try (FolderEdits edits = new FolderEdits(folder)) {
            Files.writeString(folder.resolve("a/x.drl"), "2");
            assertEquals(Set.of("a/x.drl"), heard(edits, "a/x.drl"));
            Files.writeString(folder.resolve("a/.x.drl.swp"), "3");
            Files.writeString(folder.resolve("a/x.drl~"), "3");
            Files.move(folder.resolve("a/x.drl~"), folder.resolve("a/x.drl"), StandardCopyOption.REPLACE_EXISTING);
            assertEquals(Set.of("a/x.drl"), heard(edits, "a/x.drl"));
            Files.delete(folder.resolve("a/x.drl"));
            assertEquals(Set.of("a/x.drl"), heard(edits, "a/x.drl"));
        }
    }

    @Test
    void aNewFolderIsHeardWithWhatIsInItAndLater() throws IOException {
        try (FolderEdits edits = new FolderEdits(folder)) {
            Files.createDirectory(folder.resolve("b"));
            Files.writeString(folder.resolve("b/y.scenarios.yaml"), "1");
            heard(edits, "b/y.scenarios.yaml");
            Files.writeString(folder.resolve("b/z.drl"), "1");
            Files.writeString(folder.resolve("groups.csv"), "1");
            heard(edits, "b/z.drl", "groups.csv");
        }
    }

    @Test
    void anImpatientCallerGetsNothingAndAClosedFolderEnds() {
        FolderEdits edits = new FolderEdits(folder);
        assertEquals(Optional.of(Set.of()), edits.next(false));
        edits.close();
        assertEquals(Optional.empty(), edits.next(true));
    }
}
