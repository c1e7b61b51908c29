package io.sluice.sandbox.servers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Makes the files of a new PostgreSQL: all of them or none. */
record PostgresCluster(PostgresBinaries binaries, Path data) {
    void createIfAbsent() throws IOException {
        if (Files.exists(data)) {
            return;
        }
        var unfinished = data.resolveSibling("unfinished");
        Folders.delete(unfinished);
        Files.createDirectory(unfinished);
        Privileges.handOver(unfinished);
        initialise(unfinished);
        createDatabase(unfinished);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(Path folder) throws IOException {
        Tool.run(unprivileged(
                binaries.program("initdb"),
                "--pgdata=" + folder,
                "--username=" + EmbeddedPostgres.USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
    }

    private void createDatabase(Path folder) throws IOException {
        var statement = "CREATE DATABASE " + EmbeddedPostgres.DATABASE + ";\n";
        Tool.run(
                unprivileged(binaries.program("postgres"), "--single", "-D", folder.toString(), "postgres"),
                new ByteArrayInputStream(statement.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> unprivileged(String... command) {
        return Stream.concat(Privileges.prefix().stream(), Stream.of(command)).toList();
    }
}
