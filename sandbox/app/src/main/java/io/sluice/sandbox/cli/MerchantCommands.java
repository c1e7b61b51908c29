package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The commands below {@code ./sluice merchant}, each one call. */
final class MerchantCommands {
    private MerchantCommands() {}

    @Command(name = "create", description = "Makes a merchant.")
    static final class Create extends OperatorCall {
        @Option(names = "--name", required = true, description = "as people know it")
        private String name = "";

        @Option(names = "--test", description = "in test mode: refused signatures are explained to it")
        private boolean test;

        @Option(
                names = "--rate",
                paramLabel = "N",
                defaultValue = "100",
                description = "requests a second (default: ${DEFAULT-VALUE})")
        private int permitsPerSecond;

        @Override
        JsonNode call(Management management) {
            var merchant = Json.object().put("name", name).put("test_mode", test);
            merchant.putObject("rate_limit")
                    .put("permits_per_second", permitsPerSecond)
                    .put("burst", Math.multiplyExact(2, permitsPerSecond));
            return management.post(MERCHANTS, merchant);
        }
    }

    @Command(name = "list", description = "All merchants.")
    static final class ListAll extends OperatorCall {
        @Override
        JsonNode call(Management management) {
            return management.get(MERCHANTS);
        }
    }

    @Command(name = "show", description = "A merchant with its keys, accounts and webhook endpoints; no secrets.")
    static final class Show extends OperatorCall {
        @Parameters(paramLabel = "MERCHANT", description = "mer_…")
        private String merchant = "";

        @Override
        JsonNode call(Management management) {
            String at = MERCHANTS + "/" + merchant;
            var all = Json.object();
            all.set("merchant", management.get(at));
            for (String kind : List.of("keys", "channel_accounts", "webhook_endpoints")) {
                all.set(kind, management.get(at + "/" + kind).path("data"));
            }
            return all;
        }
    }

    @Command(name = "fee", description = "Sets a merchant's fee: ./sluice merchant fee set mer_… --basis-points 60")
    static final class Fee extends OperatorCall {
        @Parameters(index = "0", paramLabel = "set", description = "the word set")
        private String verb = "";

        @Parameters(index = "1", paramLabel = "MERCHANT", description = "mer_…")
        private String merchant = "";

        @Option(names = "--currency", defaultValue = "CNY", description = "ISO 4217 (default: ${DEFAULT-VALUE})")
        private String currency = "";

        @Option(names = "--basis-points", required = true, description = "hundredths of a percent")
        private int basisPoints;

        @Option(names = "--fixed-minor", defaultValue = "0", description = "added to each, in the smallest unit")
        private long fixedMinor;

        @Override
        JsonNode call(Management management) {
            Words.require(verb, "set");
            var fees = Json.object();
            fees.putArray("fees")
                    .addObject()
                    .put("currency", currency)
                    .put("basis_points", basisPoints)
                    .put("fixed_minor", fixedMinor);
            return management.put(MERCHANTS + "/" + merchant + "/fees", fees);
        }
    }

    @Command(name = "account", description = "Opens an account at a channel; its secrets can never be read again.")
    static final class Account extends OperatorCall {
        @Parameters(index = "0", paramLabel = "add", description = "the word add")
        private String verb = "";

        @Parameters(index = "1", paramLabel = "MERCHANT", description = "mer_…")
        private String merchant = "";

        @Option(names = "--channel", defaultValue = "wechat", description = "(default: ${DEFAULT-VALUE})")
        private String channel = "";

        @Option(names = "--field", paramLabel = "NAME=VALUE", description = "VALUE may be @FILE")
        private Map<String, String> fields = Map.of();

        @Override
        JsonNode call(Management management) {
            Words.require(verb, "add");
            var account = Json.object().put("channel", channel);
            var given = account.putObject("fields");
            fields.forEach((name, value) -> given.put(name, value.startsWith("@") ? read(value.substring(1)) : value));
            return management.post(MERCHANTS + "/" + merchant + "/channel_accounts", account);
        }

        private static String read(String file) {
            try {
                return Files.readString(Path.of(file));
            } catch (IOException e) {
                throw new SandboxException("the file " + file + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    @Command(name = "webhook", description = "Adds a webhook endpoint; its secret is shown this once.")
    static final class Webhook extends OperatorCall {
        @Parameters(index = "0", paramLabel = "add", description = "the word add")
        private String verb = "";

        @Parameters(index = "1", paramLabel = "MERCHANT", description = "mer_…")
        private String merchant = "";

        @Option(names = "--url", required = true, description = "where to deliver to")
        private String url = "";

        @Option(names = "--type", paramLabel = "TYPE", description = "an event type it wants (default: all)")
        private List<String> types = List.of();

        @Override
        JsonNode call(Management management) {
            Words.require(verb, "add");
            var endpoint = Json.object().put("url", url);
            var wanted = endpoint.putArray("event_types");
            types.forEach(wanted::add);
            return management.post(MERCHANTS + "/" + merchant + "/webhook_endpoints", endpoint);
        }
    }
}
