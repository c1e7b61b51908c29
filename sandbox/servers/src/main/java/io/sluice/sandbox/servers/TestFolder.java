package io.sluice.sandbox.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A temporary folder named after this JVM, removed with the servers in it when the JVM ends. */
final class TestFolder {
    private static final String PREFIX = "sluice-test-";

    private final Path path;
    private final List<EmbeddedServer> servers = new CopyOnWriteArrayList<>();

    TestFolder() {
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        sweep(parent);
        path = Folders.create(parent.resolve(PREFIX + ProcessHandle.current().pid()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove, "test-servers-removal"));
    }

    Path path() {
        return path;
    }

    <S extends EmbeddedServer> S owns(S server) {
        servers.add(server);
        return server;
    }

    private void remove() {
        // Killed, not stopped: what they would save on the way out is about to be deleted.
        servers.forEach(EmbeddedServer::kill);
        delete(path);
    }

    /** Removes what test JVMs that were killed have left. */
    private static void sweep(Path parent) {
        try (Stream<Path> siblings = Files.list(parent)) {
            siblings.filter(TestFolder::isAbandoned).forEach(TestFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(Path folder) {
        var name = folder.getFileName().toString();
        return name.matches(PREFIX + "\\d+")
                && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length())))
                        .isEmpty();
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            // Another JVM sweeps the same folder, or it is another user's; either way it is not ours to delete.
        }
    }
}
