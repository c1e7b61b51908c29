package io.sluice.sandbox.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked. */
record PostgresBinaries(Path folder) {
    static PostgresBinaries unpacked() throws IOException {
        return new PostgresBinaries(BinaryCache.folder("postgres", PostgresBinaries::unpackInto));
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpackInto(Path folder) throws IOException {
        var resource =
                "postgres-%s-%s.txz".formatted(Platform.HERE.system(), Platform.HERE.arm64() ? "arm_64" : "x86_64");
        try (var archive = new XZInputStream(BinaryCache.open("PostgreSQL", resource))) {
            // The archive holds symbolic links, which every tar knows how to make.
            Tool.run(List.of("tar", "-x", "-f", "-", "-C", folder.toString()), archive);
        }
    }
}
