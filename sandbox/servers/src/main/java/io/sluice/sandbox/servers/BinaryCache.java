package io.sluice.sandbox.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * Unpacks server binaries once a machine and user. A folder appears under its final name when it is whole, so several
 * JVMs may start at once.
 */
final class BinaryCache {
    private static final Properties VERSIONS = versions();

    private BinaryCache() {}

    /** The folder {@code name-version}, filled by the unpacker if it does not exist yet. */
    static Path folder(String name, Unpacker unpacker) throws IOException {
        var root = Files.createDirectories(root());
        var folder = root.resolve(name + "-" + VERSIONS.getProperty(name));
        if (!Files.exists(folder)) {
            unpack(root, folder, unpacker);
        }
        return folder;
    }

    /** Opens a binary from the class path. */
    static InputStream open(String server, String resource) {
        var stream = BinaryCache.class.getResourceAsStream("/" + resource);
        if (stream == null) {
            throw new ServerStartException(
                    "%s has no binary for %s here (%s is not on the class path). Supported are Linux and macOS on x86-64 and arm64."
                            .formatted(server, Platform.HERE, resource));
        }
        return stream;
    }

    private static void unpack(Path root, Path folder, Unpacker unpacker) throws IOException {
        var unfinished = Files.createTempDirectory(root, "unfinished-");
        try {
            unpacker.unpackInto(unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(unfinished);
            if (!Files.exists(folder)) {
                throw e;
            }
        }
    }

    private static Path root() {
        var home = Path.of(System.getProperty("user.home", "/"));
        var caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(home.resolve(Platform.HERE.isMac() ? "Library/Caches" : ".cache"));
        return Files.isWritable(home) && !Privileges.givenUpByIdentity() ? caches.resolve("sluice") : shared();
    }

    /** For users without a home, and for servers that may not look into it. */
    private static Path shared() {
        return Path.of(
                System.getProperty("java.io.tmpdir"), "sluice-binaries-" + System.getProperty("user.name", "unknown"));
    }

    private static Properties versions() {
        var versions = new Properties();
        try (var stream = BinaryCache.class.getResourceAsStream("versions.properties")) {
            versions.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }

    /** Fills a new folder. */
    interface Unpacker {
        void unpackInto(Path folder) throws IOException;
    }
}
