package io.sluice.sandbox.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder and the ports of one sandbox. Each port base has a folder of its own under the root, so that sandboxes on
 * different ports do not share data.
 *
 * @param root where sandboxes live, {@code .sandbox}
 * @param base the number all its ports count from
 */
public record Place(Path root, int base) {

    public Place {
        if (base < 1024 || base + Port.SPAN > 65_535) {
            throw new SandboxException(
                    "--port-base must be between 1024 and " + (65_535 - Port.SPAN) + ", not " + base);
        }
        root = root.toAbsolutePath().normalize();
    }

    public Path folder() {
        return root.resolve(String.valueOf(base));
    }

    public int port(Port port) {
        return port.from(base);
    }

    /** The HTTP address of what listens there. */
    public String url(Port port) {
        return "http://127.0.0.1:" + port(port);
    }

    public Path servers(String name) {
        return folder().resolve("servers").resolve(name);
    }

    /** Where a simulator keeps its keys and its book. */
    public Path simulator(Simulator simulator) {
        return folder().resolve("simulators").resolve(simulator.channel());
    }

    public Path logs() {
        return folder().resolve("logs");
    }

    public Path sandboxLog() {
        return logs().resolve("sandbox.log");
    }

    public Path stateFile() {
        return folder().resolve("state.json");
    }

    public Path vaultKeyset() {
        return folder().resolve("keys").resolve("vault.json");
    }

    public Path managementToken() {
        return folder().resolve("keys").resolve("management-token");
    }

    /** Of an operator beside the first, who confirms what takes two. */
    public Path secondToken() {
        return folder().resolve("keys").resolve("second-token");
    }

    /** Both operators by name, as the edge reads them. */
    public Path operatorTokens() {
        return folder().resolve("keys").resolve("operator-tokens");
    }

    public Path demoMerchant() {
        return folder().resolve("demo").resolve("merchant.json");
    }

    public Path demoKey() {
        return folder().resolve("demo").resolve("private-key.pem");
    }

    public Path webhooks() {
        return folder().resolve("demo").resolve("webhooks.jsonl");
    }

    /** As people see it: relative to where they are when it is below. */
    public static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }

    public static Path createFolder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the folder " + folder + ": " + e.getMessage(), e);
        }
    }
}
