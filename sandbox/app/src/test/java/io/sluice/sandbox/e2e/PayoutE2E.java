package io.sluice.sandbox.e2e;

import static io.sluice.sandbox.e2e.DemoShop.CLIENT;
import static io.sluice.sandbox.e2e.DemoShop.assertBooksAgree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sandbox.books.SandboxDatabase;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.payout.ExpectedPayout;
import io.sluice.sandbox.payout.PayoutMatrix;
import io.sluice.sandbox.payout.PayoutOrder;
import io.sluice.sandbox.payout.PayoutRun;
import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.shop.WebhookLog;
import io.sluice.sandbox.simulators.unionpay.model.PayoutPlay;
import io.sluice.sandbox.story.PaymentOrder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Money that leaves: once, never more than was earned, and never called failed while it may arrive. */
class PayoutE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PayoutRun RUN = new PayoutRun(CLIENT);
    private static final String MERCHANT =
            "/admin/merchants/" + DemoMerchant.required(SandboxFixture.place()).merchantId();
    private static final Management FIRST = new Management(SandboxFixture.place());
    private static final Management SECOND = Management.second(SandboxFixture.place());

    @BeforeAll
    static void earn() {
        long before = RUN.dueMinor("CNY");
        DemoShop.pay(
                new PaymentOrder("e2e-" + UUID.randomUUID(), 50_000, "CNY", "wechat_native", "approved", null, null));
        SandboxFixture.eventually(PATIENCE, () -> RUN.dueMinor("CNY") > before);
    }

    @Test
    void everyOutcomeEndsAsDocumentedAndAllBooksTellTheSame() {
        var rows = new PayoutMatrix(SandboxFixture.place()).run(List.of(PayoutPlay.values()), PATIENCE);

        assertThat(rows).hasSize(PayoutPlay.values().length).allMatch(PayoutMatrix.Row::isAsExpected);
        assertBooksAgree();
    }

    @Test
    void whatIsNotAnsweredIsUnknownFirst() {
        for (PayoutPlay outcome : List.of(PayoutPlay.TIMEOUT_PAID, PayoutPlay.TIMEOUT_FAILED)) {
            JsonNode made = RUN.make(PayoutOrder.of(100, outcome.label()));
            assertThat(Json.text(made, "state")).isEqualTo("UNKNOWN");

            assertThat(Json.text(RUN.await(id(made), ExpectedPayout.end(outcome), PATIENCE), "state"))
                    .isEqualTo(ExpectedPayout.end(outcome));
        }
    }

    @Test
    void itsEventsReachTheMerchantInTheirOrderAndWithoutTheCard() {
        JsonNode made = RUN.make(PayoutOrder.of(100, "paid"));
        RUN.await(id(made), "SUCCEEDED", PATIENCE);
        var told = Collections.synchronizedList(new ArrayList<String>());
        SandboxFixture.eventually(PATIENCE, () -> {
            told.clear();
            WebhookLog.forEach(SandboxFixture.place().webhooks(), id(made), webhook -> told.add(webhook.body()));
            return told.stream().anyMatch(body -> body.contains("payout.succeeded"));
        });

        assertThat(told)
                .anyMatch(body -> body.contains("payout.created"))
                .anyMatch(body -> body.contains("payout.succeeded"))
                .noneMatch(body -> body.contains(PayoutOrder.CARD));
        String event = told.getFirst().replaceFirst("(?s).*(evt_[0-9a-f]{32}).*", "$1");
        assertThat(Json.text(CLIENT.get("/v1/events/" + event), "payout_id")).isEqualTo(id(made));
    }

    @Test
    void aboveTheLimitTwoPeopleAgreeFirst() {
        review(99);
        try {
            JsonNode waiting = RUN.make(PayoutOrder.of(100, "paid"));
            assertThat(Json.text(waiting, "state")).isEqualTo("REVIEW");

            assertThat(decide(FIRST, waiting, "approve")).isEqualTo("REVIEW");
            assertThat(decide(FIRST, waiting, "approve")).as("once more").isEqualTo("REVIEW");
            decide(SECOND, waiting, "approve");

            assertThat(Json.text(RUN.await(id(waiting), "SUCCEEDED", PATIENCE), "state"))
                    .isEqualTo("SUCCEEDED");
            assertThatThrownBy(() -> decide(SECOND, waiting, "approve")).isInstanceOf(SandboxException.class);
        } finally {
            review(10_000_000);
        }
    }

    @Test
    void onePersonIsEnoughToRejectAndNothingIsTaken() {
        review(99);
        try {
            long taken = taken();
            JsonNode waiting = RUN.make(PayoutOrder.of(100, "paid"));

            assertThat(decide(FIRST, waiting, "reject")).isEqualTo("FAILED");
            assertThat(taken()).isEqualTo(taken);
        } finally {
            review(10_000_000);
        }
    }

    @Test
    void theSameKeyIsOnePayout() {
        var order = PayoutOrder.of(100, "paid");
        JsonNode made = RUN.make(order);
        HttpResponse<String> again = RUN.send(order);

        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(id(Json.read(again.body()))).isEqualTo(id(made));
        var other = new PayoutOrder(order.payoutNo(), 101, "CNY", order.card(), order.name(), order.outcome());
        assertThat(RUN.send(other).statusCode()).isEqualTo(422);
    }

    @Test
    void fiftyAtOnceNeverTakeMoreThanWasEarned() throws Exception {
        assertBooksAgree();
        long due = RUN.dueMinor("CNY");
        long each = due / 10 + 1;
        review(each);
        List<Integer> answers = together(IntStream.range(0, 50)
                .<Callable<Integer>>mapToObj(i -> () -> decided(PayoutOrder.of(each, "paid")))
                .toList());
        review(10_000_000);

        assertThat(answers).filteredOn(status -> status == 201 || status == 202).hasSize(9);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(41);
        assertBooksAgree();
        earn();
    }

    /** Where the gateway is too busy nothing was reserved, and the same request is repeated. */
    private static int decided(PayoutOrder order) {
        var statuses = new ArrayList<Integer>();
        SandboxFixture.eventually(PATIENCE, () -> {
            statuses.add(RUN.send(order).statusCode());
            return statuses.getLast() != 503;
        });
        return statuses.getLast();
    }

    private static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        }
    }

    private static void review(long aboveMinor) {
        FIRST.put(
                MERCHANT + "/payout_terms", Json.object().put("currency", "CNY").put("review_above", aboveMinor));
    }

    private static String decide(Management operator, JsonNode payout, String decision) {
        var body = Json.object().put("decision", decision).put("evidence", "as the test says");
        return Json.text(operator.post(MERCHANT + "/payouts/" + id(payout) + "/decisions", body), "state");
    }

    private static long taken() {
        try (var database = SandboxDatabase.open(SandboxFixture.place())) {
            return database.query(
                            "select coalesce(sum(taken_minor), 0)::bigint from sluice.payout_fund",
                            row -> row.getLong(1))
                    .getFirst();
        }
    }

    private static String id(JsonNode payout) {
        return Json.text(payout, "id");
    }
}
