package io.sluice.sandbox.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Operators' work. */
@Command(
        name = "merchant",
        mixinStandardHelpOptions = true,
        description =
                "Merchants, their keys, fees, channel accounts and webhook endpoints, over the edge's management port.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MerchantCommands.Create.class,
            MerchantCommands.ListAll.class,
            MerchantCommands.Show.class,
            MerchantKeyCommand.class,
            MerchantCommands.Fee.class,
            MerchantCommands.Account.class,
            MerchantCommands.Webhook.class
        },
        footer = {
            "",
            "Examples:",
            "  ./sluice merchant list",
            "  ./sluice merchant create --name 'Tea House' --test",
            "  ./sluice merchant key add mer_… --algorithm ed25519",
            "  ./sluice merchant fee set mer_… --currency CNY --basis-points 60",
            "  ./sluice merchant account add mer_… --channel wechat --field app_id=wx… --field merchant_private_key=@key.pem",
            "  ./sluice merchant webhook add mer_… --url https://shop.example/webhooks"
        })
final class MerchantCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
