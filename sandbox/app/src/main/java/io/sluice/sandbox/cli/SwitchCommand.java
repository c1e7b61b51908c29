package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.SandboxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists what is switched off, or turns something off or on. */
@Command(
        name = "switch",
        description = {
            "Without words, lists what operators switched off. Turns a channel, a channel account, a method or a feature off",
            "or on again; all instances follow within a second, and what was begun goes on to its end. The features are",
            "new_payments, captures, refunds and payouts."
        },
        footer = {
            "",
            "Examples:",
            "  ./sluice switch",
            "  ./sluice switch off channel wechat --reason 'maintenance until 14:00'",
            "  ./sluice switch off feature refunds --reason 'month end'",
            "  ./sluice switch on channel wechat --reason 'maintenance is over'"
        })
final class SwitchCommand extends OperatorCall {
    private static final String SWITCHES = "/admin/switches";

    @Parameters(index = "0", arity = "0..1", paramLabel = "off|on", description = "what to do")
    private @Nullable String verb;

    @Parameters(index = "1", arity = "0..1", paramLabel = "KIND", description = "channel, account, method or feature")
    private String kind = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "which one, such as wechat")
    private String name = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, as merchants will read it")
    private String reason = "";

    @Override
    JsonNode call(Management management) {
        if (verb == null) {
            return management.get(SWITCHES);
        }
        String at = SWITCHES + "/" + kind + "/" + name;
        var body = Json.object().put("reason", reason);
        return switch (verb) {
            case "off" -> management.put(at, body);
            case "on" -> management.delete(at, body);
            default -> throw new SandboxException("a switch is turned off or on, not " + verb);
        };
    }
}
