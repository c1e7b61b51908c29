package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.SimulatorClient;
import io.sluice.sandbox.method.SandboxMethod;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.Simulator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a simulated channel does, seen and set. */
@Command(
        name = "channel",
        subcommands = PlayCommand.class,
        mixinStandardHelpOptions = true,
        description = "Lists the simulated channels and how they behave, or changes how one behaves.",
        footer = {
            "",
            "Examples:",
            "  ./sluice channel                                     how each behaves now",
            "  ./sluice channel outcomes card                       what can be played, and by which amounts",
            "  ./sluice channel behave wechat --outcome silent      from now on, every payer pays and no callback comes",
            "  ./sluice channel fail wechat drop_after=3 --latency 400",
            "  ./sluice channel fail wechat system_error_before=-1  until it is set to 0 again",
            "  ./sluice channel weather bank '{\"latency\":{\"median_ms\":80,\"p99_ms\":3000},\"rates\":{\"lost_answer\":0.02}}'",
            "  ./sluice channel weather bank '{\"calm\":true}'      nothing goes wrong any more",
            "  ./sluice channel play sandbox/scenarios/bad-evening.jsonl",
            "  ./sluice channel bills wechat '{\"at_once\":true,\"seed\":7,\"missing\":1}'",
            "  ./sluice channel order wechat att_01… pay            in the payer's place",
            "  ./sluice channel book bank"
        })
final class ChannelCommand implements Runnable {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Override
    public void run() {
        Place place = sandbox.running();
        for (Simulator simulator : Simulator.values()) {
            var client = SimulatorClient.of(place, simulator);
            System.out.printf("%-10s %s%n", simulator.channel(), place.url(simulator.port()));
            System.out.println("           " + Json.write(client.behaviour()));
            System.out.println("           " + Json.write(client.faults()));
            System.out.println("           " + Json.write(client.weather()));
        }
    }

    @Command(name = "outcomes", description = "Lists what the method's channel can be asked to play.")
    void outcomes(
            @Mixin SandboxOption at,
            @Parameters(paramLabel = "METHOD", description = "such as wechat_native") String method) {
        var known = SandboxMethod.required(method);
        for (JsonNode outcome :
                SimulatorClient.of(at.running(), known.simulator()).outcomes()) {
            System.out.printf(
                    "%-20s %12s  %s%n",
                    Json.text(outcome, "name"),
                    outcome.path("amount_minor").asString(""),
                    Json.text(outcome, "description"));
        }
        System.out.println();
        System.out.println(
                "  ./sluice pay --method " + method + " --outcome NAME, or an amount of so many minor units");
    }

    @Command(name = "behave", description = "Says what orders meet with from now on, unless they say otherwise.")
    void behave(
            @Mixin SandboxOption at,
            @Parameters(paramLabel = "CHANNEL", description = "such as wechat") String channel,
            @Option(names = "--outcome", paramLabel = "NAME", description = "one of ./sluice channel outcomes")
                    @Nullable String outcome,
            @Option(names = "--delay", paramLabel = "MS", description = "how long the payer takes") @Nullable Long delayMs) {
        var wanted = Json.object();
        if (outcome != null) {
            wanted.put("outcome", outcome);
        }
        if (delayMs != null) {
            wanted.put("delay_ms", delayMs);
        }
        print(client(at, channel).behave(wanted));
    }

    @Command(name = "fail", description = "Lets the next requests go wrong; a negative number means all of them.")
    void fail(
            @Mixin SandboxOption at,
            @Parameters(index = "0", paramLabel = "CHANNEL", description = "such as wechat") String channel,
            @Parameters(
                            index = "1..*",
                            arity = "0..*",
                            paramLabel = "FAULT=TIMES",
                            description = "such as drop_after=1")
                    @Nullable Map<String, Integer> faults,
            @Option(names = "--latency", paramLabel = "MS", description = "before every answer") @Nullable Long latencyMs) {
        var client = client(at, channel);
        JsonNode known = client.faults();
        var wanted = Json.object();
        Map<String, Integer> given = faults == null ? Map.of() : faults;
        given.forEach((fault, times) -> {
            if (!known.has(fault)) {
                throw new SandboxException(
                        "there is no fault '" + fault + "'; there are " + String.join(", ", known.propertyNames()));
            }
            wanted.put(fault, times);
        });
        if (latencyMs != null) {
            client.change(Json.object().set("latency", Json.object().put("fixed_ms", latencyMs)));
        }
        print(client.fail(wanted));
    }

    @Command(name = "weather", description = "Shows a channel's weather, or changes what the JSON names of it.")
    void weather(
            @Mixin SandboxOption at,
            @Parameters(index = "0", paramLabel = "CHANNEL", description = "such as wechat") String channel,
            @Parameters(index = "1", arity = "0..1", paramLabel = "JSON", description = "see docs/simulators.md")
                    @Nullable String wanted) {
        var client = client(at, channel);
        print(wanted == null ? client.weather() : client.change(json(wanted)));
    }

    private static JsonNode json(String wanted) {
        try {
            return Json.read(wanted);
        } catch (JacksonException wrong) {
            throw new SandboxException(
                    "'" + wanted + "' is no JSON; such as '{\"latency\":{\"fixed_ms\":300}}' would be right", wrong);
        }
    }

    @Command(
            name = "bills",
            description = "Says how the channel's bills differ from its book from now on; {} for not at all.")
    void bills(
            @Mixin SandboxOption at,
            @Parameters(index = "0", paramLabel = "CHANNEL", description = "wechat, alipay or unionpay") String channel,
            @Parameters(index = "1", paramLabel = "JSON", description = "see docs/simulators.md") String wanted) {
        client(at, channel).set("bills", Json.read(wanted));
    }

    @Command(name = "order", description = "Shows an order, or pays or declines it in the payer's place.")
    void order(
            @Mixin SandboxOption at,
            @Parameters(index = "0", paramLabel = "CHANNEL", description = "such as wechat") String channel,
            @Parameters(index = "1", paramLabel = "ATTEMPT", description = "att_…, or the order's number there")
                    String attempt,
            @Parameters(index = "2", arity = "0..1", paramLabel = "pay|decline", description = "what to do") @Nullable String verb) {
        var client = client(at, channel);
        String number = attempt.replace("att_", "");
        if (verb != null) {
            client.act(number, verb);
        }
        print(client.order(number));
    }

    @Command(name = "book", description = "Prints the channel's own book.")
    void book(
            @Mixin SandboxOption at,
            @Parameters(paramLabel = "CHANNEL", description = "such as wechat") String channel) {
        print(client(at, channel).book());
    }

    private static SimulatorClient client(SandboxOption at, String channel) {
        Simulator simulator = Simulator.ofChannel(channel)
                .orElseThrow(() -> new SandboxException(
                        "there is no simulated channel '" + channel + "'; there are " + Simulator.channels()));
        return SimulatorClient.of(at.running(), simulator);
    }

    private static void print(JsonNode answer) {
        System.out.println(Json.pretty(answer));
    }
}
