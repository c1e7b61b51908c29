package io.sluice.sandbox.cli;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.routing.json.ConfigurationReader;
import io.sluice.core.routing.model.RoutingRecord.OfAttempt;
import io.sluice.core.routing.model.WhatIf;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.sandbox.books.RecordedRoutes;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The commands below {@code ./sluice route}. */
final class RouteCommands {
    private RouteCommands() {}

    @Command(
            name = "replay",
            description = {
                "Takes the decisions about a payment again, from their snapshots and seeds on record, and tells candidate by",
                "candidate how they came out. Exits 2 when one comes out otherwise."
            })
    static final class Replay implements Callable<Integer> {
        @Mixin
        private SandboxOption sandbox = new SandboxOption();

        @Parameters(paramLabel = "ID", description = "pay_…")
        private String id = "";

        @Override
        public Integer call() {
            List<OfAttempt> records = RecordedRoutes.of(sandbox.running(), payment(id));
            if (records.isEmpty()) {
                throw new SandboxException("no decision about " + id + " is on record");
            }
            records.forEach(RoutePrinter::print);
            return records.stream().allMatch(attempt -> attempt.record().isRepeatable())
                    ? Commands.OK
                    : Commands.DIFFERENCES;
        }

        private static PaymentId payment(String id) {
            try {
                return PaymentId.parse(id);
            } catch (IllegalArgumentException e) {
                throw new SandboxException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    @Command(
            name = "simulate",
            description = {
                "Takes recorded decisions again under another configuration, everything else as it was: which would have gone",
                "elsewhere, and what the channels would have taken."
            })
    static final class Simulate implements Callable<Integer> {
        @Mixin
        private SandboxOption sandbox = new SandboxOption();

        @Option(
                names = "--config",
                required = true,
                paramLabel = "FILE",
                description = "as docs/routing.md describes it")
        private Path config = Path.of("");

        @Option(
                names = "--since",
                paramLabel = "TIME",
                defaultValue = "24h",
                description = "how far back, such as 30m or 7d (default: ${DEFAULT-VALUE})")
        private String since = "";

        @Option(names = "--merchant", paramLabel = "MERCHANT", description = "mer_… (default: the demo merchant)")
        private @Nullable String merchant;

        @Override
        public Integer call() {
            RoutingConfiguration configuration = configuration(read(config));
            Place place = sandbox.running();
            List<OfAttempt> records = RecordedRoutes.since(
                    place, merchant(place, merchant), Instant.now().minus(Spans.read("--since", since)));
            RoutePrinter.print(WhatIf.of(records, configuration));
            return Commands.OK;
        }

        private static RoutingConfiguration configuration(String document) {
            try {
                return ConfigurationReader.read(document, 0);
            } catch (InvalidFieldException e) {
                throw new SandboxException("'" + e.field() + "': " + e.getMessage(), e);
            }
        }
    }

    @Command(name = "configure", description = "Shows a merchant's routing configuration, or replaces it.")
    static final class Configure extends OperatorCall {
        @Option(names = "--config", paramLabel = "FILE", description = "as docs/routing.md describes it")
        private @Nullable Path config;

        @Option(names = "--merchant", paramLabel = "MERCHANT", description = "mer_… (default: the demo merchant)")
        private @Nullable String merchant;

        @Override
        JsonNode call(Management management) {
            String at = MERCHANTS + "/" + merchant(place(), merchant) + "/routing";
            return config == null ? management.get(at) : management.put(at, Json.read(read(config)));
        }
    }

    private static MerchantId merchant(Place place, @Nullable String given) {
        try {
            return MerchantId.parse(given == null ? DemoMerchant.required(place).merchantId() : given);
        } catch (IllegalArgumentException e) {
            throw new SandboxException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SandboxException("the file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
