package io.sluice.edge.payment;

import static io.sluice.edge.fixture.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.NoServerErrors;
import io.sluice.edge.fixture.SignedClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Giving payments up over HTTP. */
@ExtendWith(NoServerErrors.class)
class CancelIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SignedClient client = EdgeFixture.shared().client();

    @Test
    void whatWaitsIsClosedAtTheChannelAndThenClosed() {
        String payment = path(client.pay("qr"));
        HttpResponse<String> cancelled = client.post(payment + "/cancel", "");

        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
        assertThat(state(cancelled)).isEqualTo("CLOSED");
        assertThat(types(payment)).endsWith("payment.closing", "payment.closed");
        HttpResponse<String> again = client.post(payment + "/cancel", "");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(cancelled.body());
    }

    @Test
    void whatTheChannelDoesNotConfirmIsClosingAndStaysSo() {
        String payment = path(client.pay("qr_mute"));
        HttpResponse<String> cancelled = client.post(payment + "/cancel", "");

        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(202);
        assertThat(state(cancelled)).isEqualTo("CLOSING");
        assertThat(cancelled.headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link).contains(payment + "/events"));
        assertThat(client.post(payment + "/cancel", "").body()).isEqualTo(cancelled.body());
    }

    @Test
    void whatWasPaidIsNotCancelledAndPointsToRefunds() {
        HttpResponse<String> paid = client.post(path(client.pay("paid")) + "/cancel", "");
        assertProblem(paid, 409, "payment_not_cancelable");
        assertThat(paid.body()).contains("SUCCEEDED", "/v1/refunds");

        String payment = path(client.pay("qr_paid"));
        assertProblem(client.post(payment + "/cancel", ""), 409, "payment_not_cancelable");
        assertThat(state(client.get(payment))).isEqualTo("SUCCEEDED");
    }

    @Test
    void whatFailedHasNothingToCancel() {
        HttpResponse<String> refused = client.post(path(client.pay("declined")) + "/cancel", "");
        assertProblem(refused, 409, "payment_not_cancelable");
        assertThat(refused.body()).contains("FAILED");
    }

    @Test
    void unknownPaymentsAreNotFound() {
        assertProblem(
                client.post("/v1/payments/pay_01a1fcd47b3e70008e999aa1e179454c/cancel", ""), 404, "payment_not_found");
    }

    @Test
    void manyAtOnceCloseOnce() {
        String payment = path(client.pay("qr"));
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 16)
                .mapToObj(i -> client.sendAsync(client.signed("POST", payment + "/cancel", "", Map.of())))
                .toList();

        assertThat(sent.stream().map(CompletableFuture::join))
                .allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 202);
        assertThat(state(client.get(payment))).isEqualTo("CLOSED");
        assertThat(types(payment)).containsOnlyOnce("payment.closing").containsOnlyOnce("payment.closed");
    }

    private List<String> types(String payment) {
        return JSON.readTree(client.get(payment + "/events").body())
                .at("/data")
                .valueStream()
                .map(event -> event.at("/type").stringValue())
                .toList();
    }

    private static String state(HttpResponse<String> answer) {
        JsonNode payment = JSON.readTree(answer.body());
        return payment.at("/state").stringValue();
    }

    private static String path(HttpResponse<String> created) {
        return created.headers().firstValue("Location").orElseThrow();
    }
}
