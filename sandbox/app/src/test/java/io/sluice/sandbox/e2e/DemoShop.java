package io.sluice.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.story.PaymentOrder;
import io.sluice.sandbox.story.PaymentRun;
import io.sluice.sandbox.story.PaymentTrace;
import io.sluice.sandbox.story.PaymentWatcher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the demo merchant does with payments that are made. */
final class DemoShop {
    static final MerchantClient CLIENT = MerchantClient.of(SandboxFixture.place());

    private DemoShop() {}

    /** Over 15.00 CNY, collected at once. */
    static PaymentOrder order(String method, String outcome) {
        return new PaymentOrder("e2e-" + UUID.randomUUID(), 1500, "CNY", method, outcome, null, null);
    }

    /** The same, to be collected later. */
    static PaymentOrder held(String method) {
        return new PaymentOrder("e2e-" + UUID.randomUUID(), 1500, "CNY", method, "approved", null, null, true);
    }

    /** Pays and returns when the payment has come to its end. */
    static PaymentTrace pay(PaymentOrder order) {
        return new PaymentRun(SandboxFixture.place(), PaymentWatcher.SILENT).pay(order, Duration.ofSeconds(60));
    }

    static HttpResponse<String> send(String path, JsonNode body) {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return CLIENT.send(CLIENT.signed("POST", path, headers, Json.write(body)));
    }

    static JsonNode post(String path, JsonNode body) {
        return MerchantClient.accepted(send(path, body));
    }

    /** @param made what a POST answered, a refund or the like that is found below the path */
    static void assertSucceeds(JsonNode made, String path) {
        String url = path + Json.text(made, "id");
        SandboxFixture.eventually(
                Duration.ofSeconds(60),
                () -> Json.text(CLIENT.get(url), "state").equals("SUCCEEDED"));
        assertThat(Json.text(CLIENT.get(url), "state")).isEqualTo("SUCCEEDED");
    }

    static void assertBooksAgree() {
        assertThat(SandboxFixture.settled(Duration.ofSeconds(60)).findings())
                .allSatisfy(finding ->
                        assertThat(finding.differences()).as(finding.rule()).isEmpty());
    }
}
