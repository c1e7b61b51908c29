package io.sluice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.fixture.Channel;
import io.sluice.callback.fixture.Eventually;
import io.sluice.callback.fixture.ReceiverFixture;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Callbacks over HTTP: what the channel may stop sending is recorded, and what is not authentic changes nothing. */
class CallbackIT {

    private static ReceiverFixture receiver;

    @BeforeAll
    static void start() {
        receiver = ReceiverFixture.start(1);
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void callbackConcludesThePayment() {
        Payment paid = receiver.await(receiver.pay("approved"), PaymentState.SUCCEEDED);

        Eventually.holds(
                () -> verdicts(paid).equals(List.of("concluded")),
                () -> verdicts(paid).toString());
        assertThat(paid.lastAttempt().channelReference()).startsWith("4200");
    }

    /** Three copies at once and an inquiry: whoever is first concludes, the others find nothing new. */
    @Test
    void copiesThatRaceAnInquiryConcludeOnce() {
        Payment payment = receiver.pay("duplicate");
        receiver.makeDue(payment);

        receiver.await(payment, PaymentState.SUCCEEDED);
        Eventually.holds(() -> verdicts(payment).size() == 3);
        // All are unchanged where the inquiry was faster.
        assertThat(verdicts(payment)).isSubsetOf("concluded", "unchanged");
        assertThat(receiver.rows.count(
                        "select count(*) from sluice.payment_event where payment_id = ? and type = 'payment.succeeded'",
                        payment.id().value()))
                .isEqualTo(1);
    }

    @Test
    void replayedCallbackIsAcknowledgedAndChangesNothing() {
        Payment payment = receiver.pay("never");
        HttpRequest callback = callback(Channel.paid(number(payment), 1500), Instant.now());

        assertThat(Channel.send(callback).statusCode()).isEqualTo(204);
        int version = receiver.find(payment).version();
        assertThat(Channel.send(callback).statusCode()).isEqualTo(204);
        assertThat(receiver.find(payment).version()).isEqualTo(version);
        assertThat(verdicts(payment)).containsExactly("concluded", "unchanged");
    }

    @Test
    void forgedAndStaleCallbacksAreRefusedAndRecorded() {
        Payment payment = receiver.pay("never");
        String body = Channel.paid(number(payment), 1500);
        long before = refusals();
        HttpRequest signed = callback(body, Instant.now());
        HttpRequest forged = HttpRequest.newBuilder(signed, (name, value) -> true)
                .POST(HttpRequest.BodyPublishers.ofString(body + " "))
                .build();

        assertRefused(Channel.send(forged), "callback_signature_invalid");
        assertRefused(Channel.send(callback(body, Instant.now().minus(Duration.ofMinutes(6)))), "callback_stale");
        assertRefused(
                Channel.send(HttpRequest.newBuilder(URI.create(path()))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build()),
                "callback_signature_missing");
        assertThat(refusals()).isEqualTo(before + 3);
        assertThat(receiver.find(payment)).isEqualTo(payment);
    }

    @Test
    void wrongAmountIsRefusedAndLeftToThePeopleAndTheInquiry() {
        Payment payment = receiver.pay("wrong-amount");

        Eventually.holds(() -> verdicts(payment).contains("mismatch"));
        assertThat(receiver.rows.list(
                        "select detail from sluice.callback where attempt_id = ? and verdict = 'mismatch'",
                        payment.lastAttempt().id().value()))
                .first()
                .asString()
                .contains("15.01 CNY", "15.00 CNY");
        receiver.await(payment, PaymentState.SUCCEEDED);
    }

    @Test
    void orderThatIsNotOursIsRefused() {
        for (String number : List.of(AttemptId.next().channelNumber(), "somebody-elses-number")) {
            assertRefused(Channel.send(callback(Channel.paid(number, 1500), Instant.now())), "callback_mismatch");
            assertThat(receiver.rows.count(
                            "select count(*) from sluice.callback where verdict = 'mismatch' and detail like ?",
                            "%" + number))
                    .isEqualTo(1);
        }
    }

    @Test
    void strangersAddressesAreProblems() {
        String nobody = receiver.url() + "/callbacks/" + ChannelAccountId.next();
        assertProblem(Channel.send(Channel.callback(nobody, "{}", Instant.now())), 404, "account_not_found");
        assertProblem(
                Channel.send(Channel.callback(receiver.url() + "/callbacks/x", "{}", Instant.now())),
                404,
                "account_not_found");
        assertProblem(
                Channel.send(HttpRequest.newBuilder(URI.create(receiver.url() + "/other"))
                        .build()),
                404,
                "not_found");
        assertProblem(Channel.send(HttpRequest.newBuilder(URI.create(path())).build()), 405, "method_not_allowed");
        assertProblem(Channel.send(callback("x".repeat(70_000), Instant.now())), 413, "body_too_large");
    }

    @Test
    void whileTheDatabaseIsAwayTheChannelIsToldToSendAgain() {
        Payment payment = receiver.pay("never");
        String body = Channel.paid(number(payment), 1500);
        assertThat(receiver.opened().block()).isTrue();

        receiver.postgres.refuse();
        Instant begun = Instant.now();
        HttpResponse<String> away = Channel.send(callback(body, Instant.now()));
        assertProblem(away, 503, "store_unavailable");
        assertThat(away.headers().firstValue("Retry-After")).contains("1");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));

        receiver.postgres.heal();
        Eventually.holds(() -> Channel.send(callback(body, Instant.now())).statusCode() == 204);
        assertThat(receiver.find(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void healthAndMetricsAreOnTheManagementPort() {
        String management = "http://127.0.0.1:" + receiver.managementPort();
        receiver.await(receiver.pay("approved"), PaymentState.SUCCEEDED);

        assertThat(get(management + "/health/live").statusCode()).isEqualTo(200);
        Eventually.holds(() -> get(management + "/health/ready").statusCode() == 200);
        Eventually.holds(() -> get(management + "/metrics").body().contains("sluice_callback_seconds_count"));
        assertThat(get(receiver.url() + "/metrics").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String url) {
        return Channel.send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private static String path() {
        return receiver.url() + "/callbacks/" + receiver.account;
    }

    private static HttpRequest callback(String body, Instant signedAt) {
        return Channel.callback(path(), body, signedAt);
    }

    private static String number(Payment payment) {
        return payment.lastAttempt().id().channelNumber();
    }

    /** In the order in which they came. */
    private static List<String> verdicts(Payment payment) {
        return receiver.rows.list(
                "select verdict from sluice.callback where attempt_id = ? order by received_at",
                payment.lastAttempt().id().value());
    }

    private static long refusals() {
        return receiver.rows.count("select count(*) from sluice.callback where verdict = 'refused'");
    }

    private static void assertRefused(HttpResponse<String> response, String code) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("{\"code\":\"FAIL\",\"message\":\"" + code + "\"}");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    }
}
