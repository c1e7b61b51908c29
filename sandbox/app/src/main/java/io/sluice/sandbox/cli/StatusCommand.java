package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.SandboxState.Part;
import io.sluice.sandbox.place.StateFile;
import io.sluice.sandbox.run.Readiness;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what runs. */
@Command(name = "status", description = "What runs, where, and whether it is ready; exits 1 when something is not.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Override
    public Integer call() {
        boolean all = true;
        for (Part part : StateFile.ofLiving(sandbox.running()).orElseThrow().parts()) {
            boolean up = isUp(part);
            System.out.printf(
                    "  %-17s %-28s pid %-8d %s%n", part.name(), part.address(), part.pid(), up ? "ready" : "NOT READY");
            all &= up;
        }
        return all ? Commands.OK : Commands.FAILED;
    }

    private static boolean isUp(Part part) {
        String health = part.health();
        return part.pid() != 0
                && ProcessHandle.of(part.pid()).filter(ProcessHandle::isAlive).isPresent()
                && (health == null || Readiness.isUp(health));
    }
}
