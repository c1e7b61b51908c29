package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.SandboxState.Part;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.servers.EmbeddedServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The apps and servers of a sandbox by their names, to be listed, stopped and started one by one. */
final class Parts {
    private final Sandbox sandbox;

    Parts(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** @param verb {@code start}, {@code stop}, {@code kill} or {@code restart} */
    void carryOut(String verb, String name) {
        var app = AppKind.labelled(name);
        if (app.isPresent()) {
            control(verb, app.get());
            return;
        }
        control(
                verb,
                sandbox.servers()
                        .find(name)
                        .orElseThrow(() -> new SandboxException("there is no " + name + "; there are " + names())));
    }

    private void control(String verb, AppKind app) {
        switch (verb) {
            case "start" -> sandbox.startApp(app);
            case "stop" -> sandbox.apps().stop(app);
            case "kill" -> sandbox.apps().kill(app);
            default -> {
                sandbox.apps().stop(app);
                sandbox.startApp(app);
            }
        }
    }

    private static void control(String verb, EmbeddedServer server) {
        switch (verb) {
            case "start" -> server.start();
            case "stop" -> server.stop();
            case "kill" -> server.kill();
            default -> {
                server.stop();
                server.start();
            }
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(
                Arrays.stream(AppKind.values()).map(AppKind::label).toList());
        names.addAll(List.of(ServerSet.POSTGRES, ServerSet.REDIS, ServerSet.KAFKA));
        return names;
    }

    List<Part> list() {
        Place place = sandbox.place();
        long own = ProcessHandle.current().pid();
        List<Part> parts = new ArrayList<>(List.of(
                app(AppKind.EDGE, place.url(Port.EDGE)),
                app(AppKind.CALLBACK, place.url(Port.CALLBACK)),
                app(AppKind.LEDGER, place.url(Port.LEDGER_MANAGEMENT)),
                app(AppKind.NOTIFIER, place.url(Port.NOTIFIER_MANAGEMENT))));
        for (Simulator simulator : Simulator.values()) {
            parts.add(new Part(simulator.channel() + " simulator", place.url(simulator.port()), own, null));
        }
        parts.addAll(List.of(
                new Part("webhook receiver", place.url(Port.WEBHOOK_RECEIVER), own, null),
                server(ServerSet.POSTGRES, Port.POSTGRES),
                server(ServerSet.REDIS, Port.REDIS),
                server(ServerSet.KAFKA, Port.KAFKA)));
        return List.copyOf(parts);
    }

    private Part app(AppKind kind, String address) {
        return new Part(kind.label(), address, sandbox.apps().pid(kind), Readiness.page(sandbox.place(), kind));
    }

    private Part server(String name, Port port) {
        return new Part(
                name,
                "127.0.0.1:" + sandbox.place().port(port),
                sandbox.servers().pid(name),
                null);
    }
}
