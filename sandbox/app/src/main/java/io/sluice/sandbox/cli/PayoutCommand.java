package io.sluice.sandbox.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Money that leaves. */
@Command(
        name = "payout",
        mixinStandardHelpOptions = true,
        description = "Pays out what the demo merchant has earned, and decides about payouts as an operator.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PayoutCommands.Create.class,
            PayoutCommands.Get.class,
            PayoutCommands.ListAll.class,
            PayoutDecisionCommands.Terms.class,
            PayoutDecisionCommands.Decide.class
        },
        footer = {
            "",
            "Examples:",
            "  ./sluice pay --amount 15.00                               something to pay out",
            "  ./sluice payout create --amount 5.00",
            "  ./sluice payout create --amount 5.00 --outcome timeout-failed     no answer; an inquiry finds that it failed",
            "  ./sluice payout create --amount 5.00 --outcome bounced            paid, and given back",
            "  ./sluice payout list",
            "  ./sluice payout terms --review-above 1.00                 from now on, two people look at more than that",
            "  ./sluice payout decide pyo_… approve --evidence 'invoice 17'",
            "  ./sluice payout decide pyo_… approve --evidence 'seen' --second   another operator says the same",
            "",
            "docs/test-outcomes.md lists what can be played."
        })
final class PayoutCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
