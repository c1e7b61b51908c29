package io.sluice.sandbox.cli;

import io.sluice.sandbox.books.Amounts;
import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Shows how the demo merchant's payers can pay. */
@Command(
        name = "methods",
        description = "How payers can pay now: each method's channels, limits, what must be sent, and what is down.",
        footer = {"", "Example:", "  ./sluice methods"})
final class MethodsCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Override
    public Integer call() {
        MerchantClient.of(sandbox.running()).get("/v1/methods").path("data").forEach(MethodsCommand::print);
        return Commands.OK;
    }

    private static void print(JsonNode method) {
        String needs = words(method.path("requires"));
        System.out.println(Ansi.AUTO.string("%s @|bold %s|@%s"
                .formatted(mark(method), Json.text(method, "method"), needs.isEmpty() ? "" : ", needs " + needs)));
        method.path("channels").forEach(MethodsCommand::printChannel);
    }

    private static void printChannel(JsonNode channel) {
        System.out.printf(
                "        %-10s %s, %s%n",
                Json.text(channel, "channel"),
                channel.path("currencies")
                        .valueStream()
                        .map(currency -> limits(channel, currency.stringValue()))
                        .collect(Collectors.joining(", ")),
                captures(Json.text(channel, "captures")));
        JsonNode unavailable = channel.path("unavailable");
        if (unavailable.isObject()) {
            System.out.printf(
                    "        %-10s %s: %s%n", "", Json.text(unavailable, "code"), Json.text(unavailable, "message"));
        }
    }

    private static String limits(JsonNode channel, String currency) {
        return Amounts.shown(channel.path("min_amount").asLong(), currency) + " to "
                + Amounts.shown(channel.path("max_amount").asLong(), currency);
    }

    private static String captures(String often) {
        return switch (often) {
            case "none" -> "collected at once";
            case "once" -> "at once, or held and captured once";
            default -> "at once, or held and captured in parts";
        };
    }

    private static String mark(JsonNode method) {
        return method.path("available").asBoolean() ? "@|green up    |@" : "@|bold,red down  |@";
    }

    private static String words(JsonNode texts) {
        return texts.valueStream().map(JsonNode::stringValue).collect(Collectors.joining(" and "));
    }
}
