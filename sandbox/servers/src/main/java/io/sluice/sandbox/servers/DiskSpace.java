package io.sluice.sandbox.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses to start a server where its disk is full, rather than have it fail half-way. */
final class DiskSpace {
    private static final long NEEDED_MB = 256;

    private DiskSpace() {}

    static void require(String server, Path folder) throws IOException {
        long freeMb = Files.getFileStore(folder).getUsableSpace() >> 20;
        if (freeMb < NEEDED_MB) {
            throw new ServerStartException(
                    "%s needs %d MB of free disk in %s, %d MB are left. Free some, or choose another folder."
                            .formatted(server, NEEDED_MB, folder, freeMb));
        }
    }

    static ServerStartException full(String server, Path folder) {
        return new ServerStartException("%s found no space left on the disk of %s. Free some, or choose another folder."
                .formatted(server, folder));
    }

    static boolean saysFull(String message) {
        return message.contains("No space left on device");
    }
}
