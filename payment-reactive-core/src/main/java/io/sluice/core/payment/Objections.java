package io.sluice.core.payment;

import io.sluice.core.agreement.model.ChargePolicy;
import io.sluice.core.card.model.CardPolicy;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.payment.PaymentAnswer.Refused;
import io.sluice.core.payment.model.AcceptPayment;
import java.util.List;
import java.util.Optional;

/** What is wrong with a request to pay before anybody is asked to take it. */
final class Objections {

    private Objections() {}

    /**
     * What is wrong whatever may have become of the same request before.
     *
     * @param offers of the merchant's accounts
     */
    static Optional<PaymentAnswer> to(AcceptPayment command, List<Capabilities> offers) {
        return CardPolicy.objection(command.method(), command.card() != null, offers)
                .<PaymentAnswer>map(no -> new Refused(no.code(), no.field(), no.message()))
                .or(() -> ChargePolicy.objection(command.method(), command.agreement(), offers)
                        .map(Objections::refusal));
    }

    static PaymentAnswer refusal(ChargePolicy.Objection no) {
        return new Refused(no.code(), "agreement", no.message());
    }
}
