package org.spasmcds.authoring.impact;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the git program about the repository that a folder lies in. */
final class Git {
    /** Set while git runs a hook; they would point it at another repository than that of the folder. */
    private static final List<String> OF_A_HOOK =
            List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY");

    private final String program;
    private final Path folder;

    Git(Path folder) {
        this("git", folder);
    }

    Git(String program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The first line of what git answers; empty when it refuses. */
    Optional<String> line(String... arguments) {
        Answer answer = run(false, arguments);
        return answer.exit() == 0
                ? Optional.of(answer.text().lines().findFirst().orElse(""))
                : Optional.empty();
    }

    /**
     * Runs git for its effect.
     *
     * @throws VersionNotFoundException with the first line of what git says when it refuses
     */
    void run(String what, String... arguments) {
        Answer answer = run(true, arguments);
        if (answer.exit() != 0) {
            throw new VersionNotFoundException(
                    what + ": git says: " + answer.text().lines().findFirst().orElse("nothing"));
        }
    }

    private record Answer(int exit, String text) {}

    private Answer run(boolean errorsToo, String... arguments) {
        List<String> line = new ArrayList<>(List.of(program));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(errorsToo)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        if (!errorsToo) {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        builder.environment().keySet().removeAll(OF_A_HOOK);
        builder.environment().put("LC_ALL", "C");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new VersionNotFoundException(
                    "the git program cannot be started (" + program + "); give folders in place of revisions");
        }
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git ran", e);
        }
    }

    private static File nothing() {
        boolean windows = File.separatorChar == '\\';
        return new File(windows ? "NUL" : "/dev/null");
    }
}
