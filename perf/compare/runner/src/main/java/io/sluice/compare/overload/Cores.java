package io.sluice.compare.overload;

import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Half of the machine's cores are the gateway's, with its database, its broker and the channel; the other half are the load
 * generator's. At ten times what the gateway bears the generator has more to do than all others, and would take from
 * the gateway what is to be measured.
 *
 * @param count of the machine; with a single one nothing is divided
 */
record Cores(int count) {
    static Cores here() {
        return new Cores(Runtime.getRuntime().availableProcessors());
    }

    /** This process, and what it starts from now on, stays on the gateway's half. */
    void stayOnGateways() {
        if (count > 1) {
            run(List.of(
                    "taskset",
                    "-acp",
                    gateways(),
                    String.valueOf(ProcessHandle.current().pid())));
        }
    }

    /** A command that runs what follows it on the generator's half. */
    List<String> onGenerators() {
        return count > 1 ? List.of("taskset", "-c", range(count / 2, count - 1)) : List.of();
    }

    @Override
    public String toString() {
        return count > 1
                ? "core %s for the gateway with all that it needs, core %s for Gatling"
                        .formatted(gateways(), range(count / 2, count - 1))
                : "one core for the gateway, all that it needs, and Gatling";
    }

    private String gateways() {
        return range(0, count / 2 - 1);
    }

    private static String range(int first, int last) {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new SandboxException("taskset does not divide the cores: " + said.strip());
            }
        } catch (IOException e) {
            throw new SandboxException("taskset (of util-linux) is needed to divide the cores: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted", e);
        }
    }
}
