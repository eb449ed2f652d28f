package org.spasmcds.authoring.impact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.RuleFolder;
import org.spasmcds.rule.RuleFiles;

/** Opens versions of the rules by what an author calls them: a folder, a git revision, or the bundled rules. */
public final class RuleVersions {
    /** The word for the rules that come with the program. */
    public static final String BUNDLED = "bundled";

    private final Optional<Path> rules;
    private final Path here;

    /**
     * @param rules the rule folder whose revisions may be asked for; when empty, {@code rules} in the repository around {@code here}
     */
    public RuleVersions(Optional<Path> rules, Path here) {
        this.rules = rules;
        this.here = here;
    }

    /**
     * Reads a version whole.
     *
     * @param written a rule folder, a git revision such as {@code HEAD~1}, or {@link #BUNDLED}
     * @throws VersionNotFoundException when it is none of these
     * @throws org.spasmcds.InvalidRulesetException when its rules cannot be loaded
     */
    public RuleVersion open(String written) {
        if (written.equals(BUNDLED)) {
            return read("the bundled rules", RuleFolder.bundled(), Ruleset.bundled());
        }
        Path folder = here.resolve(written);
        return Files.isDirectory(folder) ? read(written, folder, Ruleset.of(folder)) : revision(written);
    }

    private RuleVersion revision(String written) {
        Path folder = rules.map(here::resolve).orElseGet(this::rulesOfTheRepository);
        if (!Files.isDirectory(folder)) {
            throw new VersionNotFoundException(quoted(written) + " is not a folder, and to look for a revision: "
                    + shown(folder) + " is not a folder; name the rule folder with --rules");
        }
        Git git = new Git(folder);
        String prefix = git.line("rev-parse", "--show-prefix")
                .orElseThrow(() -> new VersionNotFoundException(
                        quoted(written) + " is not a folder, and " + shown(folder) + " is not in a git repository"));
        String commit = commit(git, written)
                .orElseThrow(() -> new VersionNotFoundException(
                        quoted(written) + " is neither a folder nor a git revision of " + shown(folder)));
        String tree = commit + ":" + prefix;
        if (git.line("cat-file", "-e", tree).isEmpty()) {
            throw new VersionNotFoundException("revision " + written + " has no folder " + prefix);
        }
        // From its top: beneath a folder that the revision does not have, git would refuse.
        Path top = Path.of(git.line("rev-parse", "--show-toplevel").orElseThrow());
        return exported(new Git(top), tree, written + " (" + commit.substring(0, 10) + ") of " + shown(folder));
    }

    private static Optional<String> commit(Git git, String written) {
        // A text that git would take for an option is no revision.
        return written.startsWith("-") || written.isBlank()
                ? Optional.empty()
                : git.line("rev-parse", "--verify", "--quiet", written + "^{commit}");
    }

    private static RuleVersion exported(Git git, String tree, String origin) {
        try {
            Path zip = Files.createTempFile("spasm-cds-revision", ".zip");
            try {
                git.run(origin, "archive", "--format=zip", "--output=" + zip.toAbsolutePath(), tree);
                try (FileSystem files = FileSystems.newFileSystem(zip)) {
                    Path root = files.getPath("/");
                    return read(origin, root, Ruleset.of(root));
                }
            } finally {
                Files.delete(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path rulesOfTheRepository() {
        return new Git(here)
                .line("rev-parse", "--show-toplevel")
                .map(Path::of)
                .orElse(here)
                .resolve("rules");
    }

    private static RuleVersion read(String origin, Path folder, Ruleset ruleset) {
        Path signedOff = folder.resolve(SignOffs.FILE);
        try {
            return new RuleVersion(
                    origin,
                    ruleset,
                    RuleFiles.read(folder),
                    Files.exists(signedOff) ? Files.readString(signedOff, StandardCharsets.UTF_8) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Relative to where the author stands, when it lies beneath. */
    private String shown(Path folder) {
        Path from = here.toAbsolutePath().normalize();
        Path to = folder.toAbsolutePath().normalize();
        return to.startsWith(from) && !to.equals(from)
                ? from.relativize(to).toString()
                : folder.normalize().toString();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
