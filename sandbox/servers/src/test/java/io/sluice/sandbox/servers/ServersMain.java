package io.sluice.sandbox.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Starts all servers, marks their data, tells their ports and waits to be killed. */
final class ServersMain {
    private ServersMain() {}

    public static void main(String[] arguments) throws Exception {
        var sandbox = Sandbox.start(Path.of(arguments[0]), List.of(0, 0, 0));
        sandbox.mark();
        if (arguments[1].equals("paused")) {
            sandbox.servers().forEach(EmbeddedServer::pause);
        }
        System.out.println(sandbox.ports().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        Thread.currentThread().join();
    }
}
