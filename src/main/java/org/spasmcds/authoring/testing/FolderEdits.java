package org.spasmcds.authoring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.spasmcds.vocabulary.VocabularyReader;

/** Hears the edits of a folder on disk. */
public final class FolderEdits implements Edits, AutoCloseable {
    /** Editors save by several steps, such as a rename over the old file; what follows so soon belongs to the same edit. */
    private static final long QUIET_MILLISECONDS = 100;

    private final Path folder;
    private final WatchService service;
    private final Map<WatchKey, Path> watched = new HashMap<>();

    public FolderEdits(Path folder) {
        this.folder = folder;
        try {
            service = folder.getFileSystem().newWatchService();
            watch(folder, new TreeSet<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Watches a folder and those in it, and takes down the files that are there. */
    private void watch(Path root, Set<String> files) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                if (Files.isDirectory(path)) {
                    watched.put(
                            path.register(
                                    service,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_MODIFY,
                                    StandardWatchEventKinds.ENTRY_DELETE),
                            path);
                } else {
                    note(path, files);
                }
            }
        }
    }

    private void note(Path path, Set<String> files) {
        String name = String.valueOf(path.getFileName());
        boolean counts =
                name.endsWith(".drl") || name.endsWith(".scenarios.yaml") || VocabularyReader.FILES.contains(name);
        if (counts && !name.startsWith(".")) {
            files.add(folder.relativize(path).toString().replace('\\', '/'));
        }
    }

    @Override
    public Optional<Set<String>> next(boolean patient) {
        Set<String> files = new TreeSet<>();
        try {
            WatchKey key = service.poll();
            while (patient || key != null || !files.isEmpty()) {
                while (key != null) {
                    take(key, files);
                    key = service.poll(QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
                }
                if (!files.isEmpty() || !patient) {
                    break;
                }
                key = service.take();
            }
            return Optional.of(files);
        } catch (ClosedWatchServiceException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(WatchKey key, Set<String> files) throws IOException {
        Path parent = watched.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                // Some edits were lost: any file may have changed.
                watch(folder, files);
            } else {
                Path path = parent.resolve((Path) event.context());
                if (Files.isDirectory(path)) {
                    watch(path, files);
                } else {
                    note(path, files);
                }
            }
        }
        if (!key.reset()) {
            watched.remove(key);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
