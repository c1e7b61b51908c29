package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.Simulator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Prints a channel's bill of a day. */
@Command(
        name = "bill",
        description = {
            "Downloads the channel's bill of a day for the demo merchant, verifies it, and prints its lines as they come, in the",
            "shape that all channels share. Exits 2 when the bill is broken: then nothing of it is to be believed."
        },
        footer = {
            "",
            "Examples:",
            "  ./sluice bill wechat                          yesterday's, in Beijing",
            "  ./sluice bill alipay --day 2026-11-20",
            "  ./sluice bill wechat --type funds",
            "  ./sluice bill unionpay --json > bill.ndjson   with the raw lines"
        })
final class BillCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(paramLabel = "CHANNEL", description = "wechat, alipay or unionpay")
    private String channel = "";

    @Option(names = "--day", paramLabel = "DAY", description = "by the channel's clock, as in 2026-11-20")
    private @Nullable LocalDate day;

    @Option(names = "--type", paramLabel = "TYPE", defaultValue = "trades", description = "trades or funds")
    private String type = "";

    @Option(names = "--json", description = "each line as JSON, the raw one in it")
    private boolean json;

    @Override
    public Integer call() {
        Place place = sandbox.running();
        try (Stream<String> lines = new Management(place).lines(path(place))) {
            JsonNode last = Json.object();
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                String line = each.next();
                last = Json.read(line);
                print(line, last);
            }
            return last.has("end") ? Commands.OK : Commands.DIFFERENCES;
        }
    }

    private String path(Place place) {
        Simulator simulator = Simulator.ofChannel(channel)
                .orElseThrow(() -> new SandboxException(
                        "there is no simulated channel '" + channel + "'; there are " + Simulator.channels()));
        DemoMerchant merchant = DemoMerchant.required(place);
        String account = merchant.accountAt(simulator)
                .orElseThrow(() -> new SandboxException("the demo merchant has no account at " + channel));
        LocalDate asked = day == null ? LocalDate.now(ZoneOffset.ofHours(8)).minusDays(1) : day;
        return OperatorCall.MERCHANTS + "/" + merchant.merchantId() + "/channel_accounts/" + account + "/bills/" + asked
                + "?type=" + type;
    }

    private void print(String text, JsonNode line) {
        if (json) {
            System.out.println(text);
        } else if (line.has("number")) {
            System.out.printf(
                    "%8d  %-10s %12d %s  fee %-8s %-28s %-34s %-34s %s%n",
                    line.path("number").asLong(0),
                    Json.text(line, "kind"),
                    line.path("amount").asLong(0),
                    Json.text(line, "currency"),
                    line.path("fee").asString("-"),
                    Json.text(line, "settled_at"),
                    Json.text(line, "order_number"),
                    Json.text(line, "modification_number"),
                    Json.text(line, "status"));
        } else if (line.has("end")) {
            System.out.println(line.path("end").path("lines").asLong(0) + " lines, verified");
        } else {
            System.out.println("Believe nothing of it: " + text);
        }
    }
}
