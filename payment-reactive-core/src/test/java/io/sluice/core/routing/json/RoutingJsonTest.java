package io.sluice.core.routing.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentChange;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.Route;
import io.sluice.core.routing.model.RoutingDecision.Chosen;
import io.sluice.core.routing.model.RoutingRecord;
import io.sluice.core.routing.model.RoutingRequest;
import io.sluice.core.routing.model.RoutingSnapshot;
import io.sluice.core.routing.model.Snapshots;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is on record is what was decided, and can be decided again. */
class RoutingJsonTest {

    private final AcceptPayment command = PaymentFixtures.command(MerchantId.next(), "k1", "{}");

    @Test
    void everyDecisionComesBackAsItWas() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            AttemptId attempt = AttemptId.next();
            RoutingSnapshot any = Snapshots.any(random);
            RoutingRecord record = RoutingRecord.of(new RoutingSnapshot(
                    new RoutingRequest("qr", Money.of(10_000, "CNY"), command.metadata(), false),
                    any.configuration(),
                    any.candidates(),
                    RoutingRecord.seed(attempt)));
            if (record.decision().choice() instanceof Chosen chosen) {
                RoutingRecord read =
                        RoutingReader.read(RoutingJson.of(record), paid(attempt, chosen), any.configuration());
                assertThat(read).as("seed %d", seed).isEqualTo(record);
                assertThat(read.isRepeatable()).isTrue();
            }
        }
    }

    private Payment paid(AttemptId attempt, Chosen chosen) {
        Payment fixture = PaymentFixtures.accepted();
        AcceptPayment asked = new AcceptPayment(
                command.merchantId(),
                "order",
                Money.of(10_000, "CNY"),
                "qr",
                CaptureMethod.AUTOMATIC,
                "Tea",
                null,
                null,
                command.metadata(),
                fixture.expiresAt(),
                command.idempotency());
        return Payment.accepted(
                        asked,
                        PaymentId.next(),
                        attempt,
                        new Route(chosen.account(), "channel", Duration.ofMinutes(1)),
                        Money.of(0, "CNY"),
                        fixture.createdAt())
                .after();
    }

    @Test
    void staysShort() {
        RoutingSnapshot two =
                Snapshots.snapshot(RoutingConfiguration.NONE, Snapshots.candidate(0), Snapshots.candidate(1));
        assertThat(RoutingJson.of(RoutingRecord.of(two)).length()).isLessThan(350);
    }

    @Test
    void aViewRowBecomesARecord() {
        AttemptId attempt = AttemptId.next();
        RoutingRecord record = RoutingRecord.of(new RoutingSnapshot(
                new RoutingRequest("qr", Money.of(10_000, "CNY"), command.metadata(), false),
                RoutingConfiguration.NONE,
                Snapshots.snapshot(RoutingConfiguration.NONE, Snapshots.candidate(0), Snapshots.candidate(1))
                        .candidates(),
                RoutingRecord.seed(attempt)));
        ChannelAccountId account = Snapshots.account(0);
        Payment payment =
                paid(attempt, new Chosen(account, ((Chosen) record.decision().choice()).reason()));
        PaymentChange change = new PaymentChange("payment.created", payment.state(), "why", payment);
        RoutingRecord.OfAttempt read = RoutingReader.ofAttempt(
                PaymentJson.eventBody(EventId.next(), change), RoutingJson.of(record), null, null);
        assertThat(read.record()).isEqualTo(record);
        assertThat(RoutingView.of(payment.id(), List.of(read)))
                .contains("\"reason\":\"best_score\"", account.toString());
    }
}
