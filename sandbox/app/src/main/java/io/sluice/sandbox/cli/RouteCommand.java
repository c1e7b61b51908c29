package io.sluice.sandbox.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done about routing. */
@Command(
        name = "route",
        description = "How payments were routed, and how they would have been.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RouteCommands.Replay.class, RouteCommands.Simulate.class, RouteCommands.Configure.class},
        footer = {
            "",
            "Examples:",
            "  ./sluice route replay pay_…                                 decides again, and compares with the record",
            "  ./sluice route simulate --config routing.json --since 1h    what would have moved, and at what cost",
            "  ./sluice route configure                                    shows the demo merchant's configuration",
            "  ./sluice route configure --config routing.json              replaces it (docs/routing.md has the format)"
        })
final class RouteCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
