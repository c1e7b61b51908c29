package io.sluice.core.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files that hold secrets in the clear. Blocking: for the start of an app and for tools.
 *
 * <p>They must be closed to everybody but the owner and, because orchestrators mount secrets for a group, the group's
 * reading. On a file system without POSIX permissions nothing is checked.
 */
public final class PrivateFile {

    private static final Set<PosixFilePermission> FORBIDDEN = EnumSet.of(
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE,
            PosixFilePermission.GROUP_WRITE);

    private PrivateFile() {}

    /**
     * Reads the file as UTF-8.
     *
     * @param what names the content in errors: "the vault's keyset"
     * @throws IllegalStateException when it is missing, unreadable or open to others, with the cure
     */
    public static String read(Path file, String what) {
        try {
            requirePrivate(file, what);
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException(what + " is missing: there is no file " + file, e);
        } catch (IOException e) {
            throw new IllegalStateException(what + " at " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Creates the file, readable by its owner only, with its folders.
     *
     * @throws IllegalStateException when it exists already; it is left as it is
     */
    public static void create(Path file, String what, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            writeNew(file, content);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException(what + " exists already at " + file + " and is not overwritten", e);
        } catch (IOException e) {
            throw new UncheckedIOException(what + " cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    /** Puts the new content in the file's place in one step, so that nobody ever reads half of it. */
    static void replace(Path file, String what, String content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            writeNew(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(what + " cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static void writeNew(Path file, String content) throws IOException {
        Files.createFile(file, ownerOnly(file));
        Files.writeString(file, content, StandardOpenOption.WRITE);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return posix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void requirePrivate(Path file, String what) throws IOException {
        if (posix(file) && Files.getPosixFilePermissions(file).stream().anyMatch(FORBIDDEN::contains)) {
            throw new IllegalStateException(
                    what + " at " + file + " is open to other users of this machine; run: chmod 600 " + file);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
