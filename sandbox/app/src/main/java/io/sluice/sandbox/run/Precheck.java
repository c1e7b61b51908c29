package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What must hold before anything is started, each refusal with its cure. */
public final class Precheck {
    private static final long NEEDED_MB = 512;

    private Precheck() {}

    /** @throws SandboxException naming the first thing that is wrong */
    public static void require(Place place) {
        requireDisk(Place.createFolder(place.folder()));
        requirePorts(place);
    }

    /** @throws SandboxException naming the first port that is taken */
    public static void requirePorts(Place place) {
        for (Port port : Port.values()) {
            requireFree(port, place.port(port));
        }
    }

    public static boolean passes(Place place) {
        try {
            require(place);
            return true;
        } catch (SandboxException refusal) {
            return false;
        }
    }

    private static void requireDisk(Path folder) {
        try {
            long freeMb = Files.getFileStore(folder).getUsableSpace() >> 20;
            if (freeMb < NEEDED_MB) {
                throw new SandboxException(
                        ("the disk of %s has %d MB left and the sandbox needs %d: free some, or choose "
                                        + "another folder with SLUICE_SANDBOX_DIR")
                                .formatted(folder, freeMb, NEEDED_MB));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireFree(Port what, int port) {
        if (isTaken(port)) {
            String name = what.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            throw new SandboxException(
                    "port %d, meant for the sandbox's %s, is taken by another program: stop that one, or move all ports with --port-base N"
                            .formatted(port, name));
        }
    }

    public static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
