package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.StateFile;
import io.sluice.sandbox.story.PaymentBurst;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The load of {@code bin/crash-test.sh}. */
@Command(
        name = "in-flight",
        hidden = true,
        description = "Sends many payments at once, keeps the ids of those that were acknowledged, and can kill the "
                + "sandbox (kill -9) when half of them are.")
final class InFlightCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Option(names = "--payments", defaultValue = "200", description = "how many (default: ${DEFAULT-VALUE})")
    private int payments;

    @Option(names = "--acknowledged", required = true, paramLabel = "FILE", description = "where ids go, one a line")
    private Path acknowledged = Path.of("");

    @Option(names = "--kill", description = "kill the sandbox when half are acknowledged")
    private boolean kill;

    @Override
    public Integer call() {
        Place place = sandbox.running();
        long pid = StateFile.ofLiving(place).orElseThrow().pid();
        var owner = ProcessHandle.of(pid).orElseThrow(() -> new SandboxException("the sandbox has just ended"));
        var burst = new PaymentBurst(place, payments, kill ? owner::destroyForcibly : () -> {});
        int known = burst.send(acknowledged);
        System.out.printf("%d payments sent, %d acknowledged%s%n", payments, known, kill ? ", sandbox killed" : "");
        return known > 0 ? Commands.OK : Commands.FAILED;
    }
}
