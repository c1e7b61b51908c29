package io.sluice.core.routing.model;

import static io.sluice.core.routing.model.Snapshots.account;
import static io.sluice.core.routing.model.Snapshots.candidate;
import static io.sluice.core.routing.model.Snapshots.costs;
import static io.sluice.core.routing.model.Snapshots.rule;
import static io.sluice.core.routing.model.Snapshots.rules;
import static io.sluice.core.routing.model.Snapshots.snapshot;
import static io.sluice.core.routing.model.Snapshots.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.Route;
import io.sluice.core.routing.model.RoutingRecord.OfAttempt;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.core.routing.rule.model.RoutingRule.Action;
import io.sluice.core.routing.rule.model.Weights;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What another configuration would have come to. */
class WhatIfTest {

    private final List<OfAttempt> records = List.of(toTheFirst(), toTheFirst());

    @Test
    void withTheSameConfigurationNothingMoves() {
        WhatIf same = WhatIf.of(records, RoutingConfiguration.NONE);
        assertThat(same.decisions()).isEqualTo(2);
        assertThat(same.moves()).isEmpty();
        assertThat(same.costs()).containsExactlyEntriesOf(Map.of("CNY", new WhatIf.Costs(0, 0, 2)));
    }

    @Test
    void tellsWhatMovesAndWhatItCosts() {
        WhatIf cheaper = WhatIf.of(records, weighted(new Weights(0, 0, 0, 100), costs(0, 60), costs(1, 38)));
        assertThat(cheaper.moves()).containsExactlyEntriesOf(Map.of(new WhatIf.Move(account(0), account(1)), 2));
        assertThat(cheaper.costs().get("CNY")).isEqualTo(new WhatIf.Costs(120, 76, 0));
    }

    @Test
    void tellsWhatNobodyWouldHaveTaken() {
        WhatIf none = WhatIf.of(records, rules(rule(Action.EXCLUDE, 0, 1)));
        assertThat(none.moves()).containsExactlyEntriesOf(Map.of(new WhatIf.Move(account(0), null), 2));
    }

    private static OfAttempt toTheFirst() {
        AcceptPayment usual = PaymentFixtures.command(MerchantId.next(), "k", "{}");
        AcceptPayment command = new AcceptPayment(
                usual.merchantId(),
                "order",
                Money.of(10_000, "CNY"),
                "qr",
                CaptureMethod.AUTOMATIC,
                "Tea",
                null,
                null,
                usual.metadata(),
                usual.expiresAt(),
                usual.idempotency());
        Route route = new Route(account(0), "channel0", Duration.ofMinutes(1));
        Payment payment = Payment.accepted(
                        command, PaymentId.next(), AttemptId.next(), route, Money.of(0, "CNY"), PaymentFixtures.NOW)
                .after();
        return new OfAttempt(
                payment, RoutingRecord.of(snapshot(RoutingConfiguration.NONE, candidate(0), candidate(1))));
    }
}
