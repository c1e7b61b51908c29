package io.sluice.sandbox.e2e;

import static io.sluice.sandbox.e2e.DemoShop.order;
import static io.sluice.sandbox.e2e.DemoShop.pay;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.client.SimulatorClient;
import io.sluice.sandbox.e2e.CommandsE2E.Run;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.story.PaymentTrace;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Channels' bills, from a payment to what ./sluice bill says of it. */
@ResourceLock(Resources.SYSTEM_OUT)
class BillE2E {

    @AfterEach
    void billsAreAsTheyWere() {
        for (Simulator simulator : List.of(Simulator.WECHAT, Simulator.ALIPAY, Simulator.UNIONPAY)) {
            wish(simulator, "{}");
        }
    }

    private static void wish(Simulator simulator, String wish) {
        SimulatorClient.of(SandboxFixture.place(), simulator).set("bills", Json.read(wish));
    }

    private static Run bill(Simulator simulator, String... more) {
        List<String> arguments = new ArrayList<>(List.of("bill", simulator.channel(), "--day"));
        arguments.add(LocalDate.now(ZoneOffset.ofHours(8)).toString());
        arguments.addAll(List.of(more));
        return CommandsE2E.run(arguments.toArray(String[]::new));
    }

    private static List<JsonNode> lines(Simulator simulator) {
        Run run = bill(simulator, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        return run.out().lines().map(Json::read).toList();
    }

    @ParameterizedTest
    @CsvSource({"WECHAT, wechat_native", "ALIPAY, alipay_code", "UNIONPAY, unionpay_gateway"})
    void whatWasPaidStandsInItsChannelsBill(Simulator simulator, String method) {
        PaymentTrace paid = pay(order(method, "approved"));
        assertThat(paid.state()).isEqualTo("SUCCEEDED");
        wish(simulator, "{\"at_once\":true}");

        String attempt = Json.text(
                DemoShop.CLIENT
                        .get("/v1/payments/" + paid.id())
                        .path("attempts")
                        .path(0),
                "id");
        List<JsonNode> lines = lines(simulator);
        assertThat(lines)
                .filteredOn(line -> Json.text(line, "order_number").equals(attempt.replace("att_", "")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(Json.text(line, "kind")).isEqualTo("charge");
                    assertThat(line.path("amount").asInt(0)).isEqualTo(1500);
                });
        assertThat(lines.getLast().at("/end/lines").asInt(0)).isEqualTo(lines.size() - 1);
        assertThat(bill(simulator).out()).contains(attempt.replace("att_", ""), "lines, verified");
    }

    @ParameterizedTest
    @CsvSource({"WECHAT, wechat_native", "ALIPAY, alipay_code", "UNIONPAY, unionpay_gateway"})
    void whatDiffersFromTheBookIsSeen(Simulator simulator, String method) {
        for (int orders = 0; orders < 3; orders++) {
            pay(order(method, "approved"));
        }
        wish(simulator, "{\"at_once\":true}");
        List<String> whole = raw(lines(simulator));
        wish(simulator, "{\"at_once\":true,\"seed\":7,\"missing\":1,\"extra\":1,\"amount\":1,\"status\":1}");
        List<JsonNode> differing = lines(simulator);

        assertThat(raw(lines(simulator))).as("the same by the same seed").isEqualTo(raw(differing));
        assertThat(raw(differing)).hasSize(whole.size() + 1);
        assertThat(whole).filteredOn(line -> !raw(differing).contains(line)).hasSize(2);
        assertThat(differing)
                .filteredOn(line -> line.has("raw") && !whole.contains(Json.text(line, "raw")))
                .hasSize(3)
                .anySatisfy(line -> assertThat(Json.text(line, "order_number")).startsWith("nobody"))
                .anySatisfy(line ->
                        assertThat(Math.abs(line.path("amount").asInt(0)) % 100).isEqualTo(1))
                .anySatisfy(line ->
                        assertThat(Json.text(line, "modification_number")).startsWith("unasked"));
    }

    private static List<String> raw(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.has("raw"))
                .map(line -> Json.text(line, "raw"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"WECHAT, wechat_native", "ALIPAY, alipay_code", "UNIONPAY, unionpay_gateway"})
    void whatABillSaysOfItselfIsNotBelievedWhenItIsUntrue(Simulator simulator, String method) {
        pay(order(method, "approved"));
        wish(simulator, "{\"at_once\":true,\"lies\":true}");

        Run lying = bill(simulator);
        assertThat(lying.code()).as(lying.out()).isEqualTo(2);
        assertThat(lying.out()).contains("Believe nothing of it", "broken").doesNotContain("verified");

        wish(simulator, "{\"at_once\":true,\"cut_off\":true}");
        Run cut = bill(simulator);
        assertThat(cut.code()).as(cut.out()).isNotZero();
        assertThat(cut.out()).doesNotContain("verified");
    }

    @Test
    void whatIsNotToBeHadIsSaidInALine() {
        assertThat(bill(Simulator.WECHAT).err()).contains("409", "STATEMENT_CREATING");
        assertThat(CommandsE2E.run("bill", "wechat", "--day", "2026-01-01").err())
                .contains("404", "NO_STATEMENT_EXIST");
        assertThat(bill(Simulator.PAYPAL).err()).contains("404", "no bill of trades on any day");
        assertThat(bill(Simulator.ALIPAY, "--type", "funds").err()).contains("404", "no bill of funds on any day");
        assertThat(CommandsE2E.run("bill", "wechta").err()).contains("no simulated channel 'wechta'", "unionpay");
        assertThat(CommandsE2E.run("bill", "wechat", "--day", "yesterday").err())
                .contains("yesterday");
    }
}
