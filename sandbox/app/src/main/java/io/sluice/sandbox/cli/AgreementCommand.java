package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.story.SandboxAgreement;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Payers' agreements to be charged again, as the demo merchant has them. */
@Command(
        name = "agreement",
        description = "Lets a payer agree once to be charged again, and ends that.",
        subcommands = {
            AgreementCommand.Sign.class,
            AgreementCommand.Confirm.class,
            AgreementCommand.Show.class,
            AgreementCommand.Revoke.class
        },
        footer = {
            "",
            "Examples:",
            "  ./sluice agreement sign                    the payer is sent a code",
            "  ./sluice agreement confirm agr_… 111111    the right one; 222222 comes too late, 333333 is refused by the",
            "                                             bank, 444444 and 555555 are never answered, any other is wrong",
            "  ./sluice pay --amount 15.00 --method unionpay_agreement --agreement agr_…",
            "  ./sluice agreement revoke agr_…",
            "",
            "The messages that were sent are at the UnionPay simulator's /gateway/messages."
        })
final class AgreementCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** One call as the demo merchant, its answer printed. */
    abstract static class Call implements Callable<Integer> {
        @Mixin
        private SandboxOption sandbox = new SandboxOption();

        abstract JsonNode call(MerchantClient client);

        @Override
        public Integer call() {
            System.out.println(Json.pretty(call(MerchantClient.of(sandbox.running()))));
            return Commands.OK;
        }
    }

    @Command(name = "sign", description = "Has a payer asked; he is sent a code.")
    static final class Sign extends Call {
        @Option(names = "--method", defaultValue = "unionpay_agreement", description = "(default: ${DEFAULT-VALUE})")
        private String method = "";

        @Option(names = "--card", defaultValue = SandboxAgreement.CARD, description = "(default: ${DEFAULT-VALUE})")
        private String card = "";

        @Option(names = "--expiry", defaultValue = SandboxAgreement.EXPIRY, description = "(default: ${DEFAULT-VALUE})")
        private String expiry = "";

        @Option(names = "--phone", defaultValue = SandboxAgreement.PHONE, description = "(default: ${DEFAULT-VALUE})")
        private String phone = "";

        @Override
        JsonNode call(MerchantClient client) {
            return SandboxAgreement.sign(client, method, card, expiry, phone);
        }
    }

    @Command(name = "confirm", description = "Hands the payer's code over.")
    static final class Confirm extends Call {
        @Parameters(index = "0", paramLabel = "ID", description = "agr_…")
        private String id = "";

        @Parameters(index = "1", paramLabel = "CODE", description = "that the payer was sent; 111111 is right")
        private String code = "";

        @Override
        JsonNode call(MerchantClient client) {
            return SandboxAgreement.confirm(client, id, code);
        }
    }

    @Command(name = "show", description = "An agreement, or all of them.")
    static final class Show extends Call {
        @Parameters(arity = "0..1", paramLabel = "ID", description = "agr_… (default: all)")
        private @Nullable String id;

        @Override
        JsonNode call(MerchantClient client) {
            return client.get(id == null ? SandboxAgreement.ROUTE : SandboxAgreement.ROUTE + "/" + id);
        }
    }

    @Command(name = "revoke", description = "Ends an agreement.")
    static final class Revoke extends Call {
        @Parameters(paramLabel = "ID", description = "agr_…")
        private String id = "";

        @Override
        JsonNode call(MerchantClient client) {
            return SandboxAgreement.revoke(client, id);
        }
    }
}
