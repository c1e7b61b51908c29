package io.sluice.edge.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Payment;
import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.management.OperatorClient.Answer;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** People decide what no channel tells. */
class DecisionIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static EdgeFixture edge;

    @SuppressWarnings("NullAway.Init")
    private static OperatorClient ann;

    @SuppressWarnings("NullAway.Init")
    private static OperatorClient bob;

    @BeforeAll
    static void start() {
        edge = EdgeFixture.start();
        ann = new OperatorClient(edge.managementPort(), "Bearer " + edge.operatorToken());
        bob = ann.as("Bearer " + EdgeFixture.SECOND_OPERATOR_TOKEN);
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void oneOperatorWithEvidenceEndsWhatNobodyKnew() {
        Payment stuck = stuck();
        assertThat(ann.get("/admin/payments?attention=manual").body())
                .contains(stuck.id().toString());

        Answer bare = decide(ann, stuck, "{\"decision\":\"charged\",\"channel_reference\":\"42\"}");
        assertThat(bare.status()).as(bare.body()).isEqualTo(400);
        Answer decided =
                decide(ann, stuck, "{\"decision\":\"charged\",\"channel_reference\":\"42\",\"evidence\":\"line 17\"}");

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().at("/payment/state").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(ann.get("/admin/payments?attention=any").body())
                .doesNotContain(stuck.id().toString());
        assertThat(ann.get("/admin/audit").body())
                .contains("payment.decide", "line 17", stuck.id().toString());
        assertThat(decide(ann, stuck, "{\"decision\":\"not_charged\",\"evidence\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aConflictTakesTwoPeople() {
        Payment stuck = conflicted();
        assertThat(ann.get("/admin/payments?attention=conflicted").body())
                .contains(stuck.id().toString());

        String keep = "{\"decision\":\"keep\",\"evidence\":\"delivered\"}";
        assertThat(decide(ann, stuck, keep).json().at("/status").stringValue()).isEqualTo("proposed");
        Answer again = decide(ann, stuck, keep);
        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(again.body()).contains("another operator has to confirm it");
        assertThat(decide(ann, stuck, "{\"decision\":\"not_charged\",\"evidence\":\"x\"}")
                        .status())
                .isEqualTo(409);
        Answer decided = decide(bob, stuck, keep);

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().at("/payment/state").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(edge.count("select count(*) from sluice.payment_event where payment_id = '"
                        + stuck.id().value()
                        + "' and reason like 'decided by operator:second and operator:tests, keep%'"))
                .isEqualTo(1);
    }

    @Test
    void twoPeopleGiveTheMoneyBack() {
        Payment late = conflicted();
        String giveBack = "{\"decision\":\"give_back\",\"evidence\":\"not delivered\"}";

        Answer proposed = decide(ann, late, giveBack);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(202);
        assertThat(proposed.json().at("/by/0").stringValue()).isEqualTo("operator:tests");
        Answer again = decide(ann, late, giveBack);
        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(decide(bob, late, "{\"decision\":\"keep\",\"evidence\":\"delivered\"}")
                        .status())
                .as("another word is no confirmation")
                .isEqualTo(202);
        Answer decided = decide(bob, late, giveBack);

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().at("/refund_id").stringValue()).startsWith("rfd_");
        assertThat(edge.count("select count(*) from sluice.modification where gives_back and payment_id = '"
                        + late.id().value() + "'"))
                .isEqualTo(1);
        assertThat(edge.count(
                        "select count(*) from sluice.payment_event where type = 'refund.created' and payment_id = '"
                                + late.id().value()
                                + "' and reason like '%decided by operator:second and operator:tests: not delivered'"))
                .isEqualTo(1);
        assertThat(ann.get("/admin/audit").body())
                .contains("give_back", late.id().toString());
    }

    @Test
    void twoPeopleFindThatNothingCame() {
        Payment late = conflicted();
        String nothing = "{\"decision\":\"nothing_came\",\"evidence\":\"batch 17 has no such charge\"}";

        assertThat(decide(ann, late, "{\"decision\":\"nothing_came\"}").status())
                .as("without evidence")
                .isEqualTo(400);
        assertThat(decide(ann, late, nothing).status()).isEqualTo(202);
        assertThat(decide(ann, late, nothing).status()).isEqualTo(409);
        Answer decided = decide(bob, late, nothing);

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().at("/payment/state").stringValue()).isEqualTo("REVERSED");
        assertThat(decided.json().at("/payment/conflicted_amount").asLong()).isZero();
        assertThat(decided.json().at("/payment/attempts/0/state").stringValue()).isEqualTo("ABSENT");
        assertThat(decided.json().at("/payment/attempts/0/code").stringValue()).isEqualTo("nothing_came");
        assertThat(ann.get("/admin/payments?attention=any").body())
                .doesNotContain(late.id().toString());
    }

    /** A payment that people had said was not charged, and that was. */
    private static Payment conflicted() {
        Payment stuck = stuck();
        decide(ann, stuck, "{\"decision\":\"not_charged\",\"evidence\":\"not in the statement\"}");
        Payment failed = find(stuck);
        edge.app()
                .getBean(Conclusions.class)
                .conclude(failed, failed.lastAttempt().id(), new ChannelOutcome.Approved(failed.amount(), "late"))
                .block();
        return stuck;
    }

    private static Answer decide(OperatorClient operator, Payment payment, String body) {
        return operator.post("/admin/payments/" + payment.id() + "/decisions", body);
    }

    /** A payment whose inquiries are used up. */
    private static Payment stuck() {
        HttpResponse<String> created = edge.client().pay("qr_mute");
        PaymentId id = PaymentId.parse(JSON.readTree(created.body()).at("/id").stringValue());
        String path = "/v1/payments/" + id;
        edge.client().post(path + "/cancel", "");
        edge.update(
                "update sluice.attempt set inquiries = 30, updated_at = now() - interval '1 day' where payment_id = ?",
                id.value());
        MerchantId merchant = MerchantId.parse(
                JSON.readTree(edge.client().get(path + "/events").body())
                        .at("/data/0/merchant_id")
                        .stringValue());
        Payment closing = Objects.requireNonNull(
                edge.app().getBean(Payments.class).find(merchant, id).block());
        Payment stuck = Objects.requireNonNull(edge.app()
                        .getBean(Conclusions.class)
                        .escalate(closing, closing.lastAttempt().id())
                        .block())
                .payment();
        assertThat(stuck.lastAttempt().state()).isEqualTo(AttemptState.MANUAL);
        return stuck;
    }

    private static Payment find(Payment payment) {
        return Objects.requireNonNull(edge.app()
                .getBean(Payments.class)
                .find(payment.merchantId(), payment.id())
                .block());
    }
}
