package org.spasmcds.authoring.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.InvalidRulesetException;

/** What may be named as a version, and what is said of anything else. */
class RuleVersionsTest {
    @TempDir
    private Path folder;

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
        line.addAll(List.of(arguments));
        Process git = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes());
        assertEquals(0, git.waitFor(), said);
    }

    /** A first commit without the rules, a second and a third with them, and a tag. */
    private Path repository() throws IOException, InterruptedException {
        git("init", "-q");
        Files.writeString(folder.resolve("README"), "x");
        git("add", ".");
        git("commit", "-q", "-m", "start");
        Path rules = SmallRules.write(folder.resolve("deep/my-rules"));
        git("add", ".");
        git("commit", "-q", "-m", "rules");
        git("tag", "first");
        SmallRules.put(rules, SmallRules.LOW_FILE, SmallRules.low("2.4"));
        SmallRules.put(rules, SignOffs.FILE, SignOffs.HEADER + "\n");
        git("commit", "-q", "-a", "-m", "edit");
        git("add", ".");
        git("commit", "-q", "-m", "sign");
        return rules;
    }

    private RuleVersions versions(String rules) {
        return new RuleVersions(Optional.of(Path.of(rules)), folder);
    }

    private String refused(RuleVersions versions, String written) {
        return assertThrows(VersionNotFoundException.class, () -> versions.open(written))
                .getMessage();
    }

    @Test
    void aRevisionHasTheTextsOfItsTime() throws Exception {
        repository();
        RuleVersions versions = versions("deep/my-rules");
        RuleVersion older = versions.open("first");
        RuleVersion newer = versions.open("HEAD");
        assertTrue(older.files().get(SmallRules.LOW_FILE).contains("value < 2.5"));
        assertTrue(newer.files().get(SmallRules.LOW_FILE).contains("value < 2.4"));
        assertEquals("", older.signedOff());
        assertEquals(SignOffs.HEADER + "\n", newer.signedOff());
        assertTrue(older.origin().matches("first \\([0-9a-f]{10}\\) of deep/my-rules"), older.origin());
        assertEquals(
                1,
                SmallRules.compare(older, newer, "", SmallRules.patient("b", "2.4"))
                        .counts()
                        .fallen());
    }

    @Test
    void aFolderIsAFolderAlsoWhereNoRepositoryIs() {
        SmallRules.write(folder.resolve("plain"));
        assertEquals("plain", versions("nowhere").open("plain").origin());
    }

    @Test
    void aRepositoryMayBeTheRuleFolderItself() throws Exception {
        SmallRules.write(folder);
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "rules");
        assertEquals(3, versions(".").open("HEAD").ruleset().rules().size());
    }

    @Test
    void whatIsNoVersionIsToldApart() throws Exception {
        repository();
        assertEquals(
                "\"nonsense\" is neither a folder nor a git revision of deep/my-rules",
                refused(versions("deep/my-rules"), "nonsense"));
        assertEquals(
                "\"--output=x\" is neither a folder nor a git revision of deep/my-rules",
                refused(versions("deep/my-rules"), "--output=x"));
        assertEquals("revision HEAD~3 has no folder deep/my-rules/", refused(versions("deep/my-rules"), "HEAD~3"));
        assertEquals(
                "\"HEAD\" is not a folder, and to look for a revision: elsewhere is not a folder; name the rule folder with --rules",
                refused(versions("elsewhere"), "HEAD"));
    }

    @Test
    void withoutARepositoryThereIsNoRevision() {
        SmallRules.write(folder.resolve("plain"));
        assertEquals(
                "\"HEAD\" is not a folder, and plain is not in a git repository", refused(versions("plain"), "HEAD"));
    }

    @Test
    void gitIsAskedWhereTheAuthorStands() {
        assertEquals(Optional.of("true"), new Git(Path.of("")).line("config", "--default", "true", "--get", "a.b"));
    }

    @Test
    void aMissingGitIsTold() {
        assertEquals(
                "the git program cannot be started (no-such-git); give folders in place of revisions",
                assertThrows(VersionNotFoundException.class, () -> new Git("no-such-git", folder).line("rev-parse"))
                        .getMessage());
    }

    @Test
    void aRevisionThatCannotBeLoadedTellsItsProblems() throws Exception {
        Path rules = repository();
        SmallRules.put(rules, SmallRules.LOW_FILE, SmallRules.low("2.4").replace("== \"potassium", "== \"potasium"));
        git("commit", "-q", "-a", "-m", "break");
        InvalidRulesetException refused = assertThrows(
                InvalidRulesetException.class, () -> versions("deep/my-rules").open("HEAD"));
        assertEquals("low-potassium.drl", refused.problems().get(0).file());
    }
}
