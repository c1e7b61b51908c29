package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.client.ServerSentEvent;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.story.EventFollower;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows a payment. */
@Command(
        name = "watch",
        description = "Shows a payment's events from the first on as the edge sends them, until it comes to its end.",
        footer = {"", "Example:", "  ./sluice watch pay_0190a6c5d8b47a3e9f0c1d2e3f405162"})
final class WatchCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(paramLabel = "ID", description = "pay_…")
    private String id = "";

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "86400",
            description = "how long to watch (default: ${DEFAULT-VALUE})")
    private int patienceSeconds;

    @Option(names = "--json", description = "print each event's JSON")
    private boolean json;

    @Override
    public Integer call() {
        var client = MerchantClient.of(sandbox.running());
        client.get("/v1/payments/" + id);
        var follower = EventFollower.follow(client, id);
        Instant deadline = Instant.now().plusSeconds(patienceSeconds);
        ServerSentEvent event = follower.next(deadline);
        while (event != null) {
            print(event);
            if (event.isLast()) {
                return Commands.OK;
            }
            event = follower.next(deadline);
        }
        return Commands.FAILED;
    }

    private void print(ServerSentEvent event) {
        System.out.println(
                json
                        ? Json.write(event.data())
                        : "%s  #%d %-24s %s".formatted(event.at(), event.sequence(), event.type(), event.state()));
    }
}
