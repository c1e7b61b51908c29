package io.sluice.edge.management;

import static io.sluice.edge.fixture.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.ScriptedProvider;
import io.sluice.edge.fixture.SignedClient;
import io.sluice.edge.management.OperatorClient.Answer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where payments go, what merchants are told of it, and what operators change. */
class RoutingIT {

    private static final Duration EVERYWHERE_WITHIN = Duration.ofSeconds(20);

    private static TwoAccounts two;

    @BeforeAll
    static void start() {
        two = TwoAccounts.start();
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @AfterEach
    void wellAgain() {
        ScriptedProvider.MOODS.clear();
    }

    @Test
    void goesOnElsewhereAfterASafeNo() {
        for (String mood : List.of("refusing", "declining")) {
            ScriptedProvider.MOODS.put(two.first(), mood);
            JsonNode payment = two.pay();
            assertThat(payment.at("/state").stringValue()).isEqualTo("REQUIRES_ACTION");
            assertThat(TwoAccounts.accounts(payment)).containsExactly(two.first(), two.second());
            assertThat(payment.at("/failure").isNull()).isTrue();
            JsonNode routing = two.routing(payment.at("/id").stringValue());
            assertThat(routing.at("/attempts/0/reason").stringValue()).isEqualTo("best_score");
            assertThat(routing.at("/attempts/1/reason").stringValue()).isEqualTo("only_candidate");
            assertThat(routing.at("/attempts/1/candidates/0/excluded/code").stringValue())
                    .isEqualTo("already_tried");
        }
    }

    @Test
    void failsWhenNobodyIsLeft() {
        ScriptedProvider.MOODS.put(two.first(), "declining");
        ScriptedProvider.MOODS.put(two.second(), "declining");
        JsonNode payment = two.pay();
        assertThat(payment.at("/state").stringValue()).isEqualTo("FAILED");
        assertThat(payment.at("/attempts").size()).isEqualTo(2);
    }

    @Test
    void answersARepetitionAsItAnsweredFirst() {
        ScriptedProvider.MOODS.put(two.first(), "declining");
        HttpResponse<String> first = pay("k-cascade");
        HttpResponse<String> again = pay("k-cascade");
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
        String off = "/admin/switches/channel/scripted";
        turn("PUT", off);
        eventually("off", EVERYWHERE_WITHIN, () -> pay("k-" + System.nanoTime()).statusCode() == 503);
        assertThat(pay("k-cascade").body()).as("what was taken is not refused").isEqualTo(first.body());
        turn("DELETE", off);
        eventually("on", EVERYWHERE_WITHIN, () -> pay("k-" + System.nanoTime()).statusCode() == 201);
    }

    @Test
    void operatorsSayWherePaymentsGo() {
        String path = two.merchant() + "/routing";
        assertThat(two.operator().get(path).json().at("/version").intValue()).isZero();
        Answer put = two.operator().send("PUT", path, """
                {"rules":[{"name":"gold","when":{"currencies":["CNY"],"min_amount":1000},"action":"prefer","accounts":["%s"]}],
                 "accounts":[{"account":"%s","costs":[{"currency":"CNY","basis_points":38}]}]}""".formatted(two.second(), two.second()));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(put.json().at("/version").intValue()).isEqualTo(1);
        assertThat(two.operator().get(path).body()).isEqualTo(put.body());
        eventually(
                "followed",
                EVERYWHERE_WITHIN,
                () -> TwoAccounts.accounts(two.pay()).equals(List.of(two.second())));
        JsonNode routing = two.routing(two.pay().at("/id").stringValue());
        assertThat(routing.at("/attempts/0/configuration_version").intValue()).isEqualTo(1);
        assertThat(routing.at("/attempts/0/candidates/1/cost").longValue()).isEqualTo(6);
        assertThat(two.operator().get("/admin/audit").body()).contains("routing.replace");
        assertThat(two.operator().send("PUT", path, "{}").json().at("/version").intValue())
                .isEqualTo(2);
        eventually(
                "undone",
                EVERYWHERE_WITHIN,
                () -> TwoAccounts.accounts(two.pay()).equals(List.of(two.first())));
    }

    @Test
    void merchantsAreToldHowTheirPayersCanPay() {
        JsonNode now = method("scripted_now");
        assertThat(now.at("/available").booleanValue()).isTrue();
        assertThat(now.at("/capture_methods").size()).isEqualTo(1);
        assertThat(now.at("/channels").size()).isEqualTo(2);
        assertThat(now.at("/channels/0/channel_account").stringValue()).isEqualTo(two.first());
        assertThat(now.at("/channels/0/max_amount").longValue()).isEqualTo(1_000_000);
        assertThat(method("scripted_pay").at("/capture_methods/1").stringValue())
                .isEqualTo("manual");
        assertThat(two.edge().client().get("/v1/methods?limit=1").statusCode()).isEqualTo(400);

        String off = "/admin/switches/method/scripted_now";
        turn("PUT", off);
        eventually(
                "off",
                EVERYWHERE_WITHIN,
                () -> !method("scripted_now").at("/available").booleanValue());
        assertThat(method("scripted_now").at("/channels/0/unavailable/code").stringValue())
                .isEqualTo("switched_off");
        assertThat(method("scripted_pay").at("/available").booleanValue()).isTrue();
        turn("DELETE", off);
        eventually(
                "on",
                EVERYWHERE_WITHIN,
                () -> method("scripted_now").at("/available").booleanValue());
    }

    private static JsonNode method(String name) {
        return OperatorClient.read(two.edge().client().get("/v1/methods"))
                .at("/data")
                .valueStream()
                .filter(one -> one.at("/method").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesConfigurationsThatMakeNoSense() {
        String path = two.merchant() + "/routing";
        String stranger = "cha_00000000000070000000000000000001";
        Answer foreign =
                two.operator().send("PUT", path, "{\"split\":[{\"account\":\"%s\",\"weight\":1}]}".formatted(stranger));
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.body()).contains("field_invalid", stranger);
        Answer weights = two.operator().send("PUT", path, "{\"weights\":{\"cost\":60}}");
        assertThat(weights.body()).contains("'weights'", "100 per cent");
    }

    @Test
    void operatorsTurnThingsOffAndOn() {
        String account = "/admin/switches/account/" + two.first();
        turn("PUT", account);
        eventually(
                "left", EVERYWHERE_WITHIN, () -> TwoAccounts.accounts(two.pay()).equals(List.of(two.second())));
        JsonNode routing = two.routing(two.pay().at("/id").stringValue());
        assertThat(routing.at("/attempts/0/candidates/0/excluded/message").stringValue())
                .contains("is switched off: tests");
        turn("DELETE", account);

        String feature = "/admin/switches/feature/new_payments";
        turn("PUT", feature);
        eventually(
                "nothing new",
                EVERYWHERE_WITHIN,
                () -> pay("k-" + System.nanoTime()).statusCode() == 503);
        HttpResponse<String> refused = pay("k-refused");
        assertThat(refused.body()).contains("switched_off", "feature new_payments is switched off: tests");
        assertThat(refused.headers().firstValue("Retry-After")).contains("30");
        assertThat(two.operator().get("/admin/switches").json().at("/data").size())
                .isEqualTo(1);
        turn("DELETE", feature);
        eventually("again", EVERYWHERE_WITHIN, () -> pay("k-refused").statusCode() == 201);
        assertThat(two.operator().get("/admin/audit").body()).contains("switch.off", "switch.on");
    }

    @Test
    void switchesAreOfSomethingAndForAReason() {
        assertThat(two.operator()
                        .send("PUT", "/admin/switches/method/scripted", "{\"reason\":\"x\"}")
                        .body())
                .contains("there is no method 'scripted'; there are");
        assertThat(two.operator()
                        .send("PUT", "/admin/switches/channel/scripted", "{}")
                        .body())
                .contains("'reason' is required");
        assertThat(two.operator()
                        .send("DELETE", "/admin/switches/channel/scripted", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(two.operator()
                        .send("PUT", "/admin/switches/planet/mars", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    private static void turn(String method, String path) {
        Answer answer = two.operator().send(method, path, "{\"reason\":\"tests\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> pay(String key) {
        return two.edge().client().post("/v1/payments", SignedClient.payment("qr"), "Idempotency-Key", key);
    }
}
