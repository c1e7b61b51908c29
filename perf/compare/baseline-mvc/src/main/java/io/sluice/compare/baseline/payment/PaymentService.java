package io.sluice.compare.baseline.payment;

import io.sluice.compare.baseline.outside.ChannelClient;
import io.sluice.compare.baseline.outside.Events;
import io.sluice.compare.baseline.signature.SignatureCheck;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** One payment from acceptance to answer: write, ask the channel, write, publish. */
@Service
final class PaymentService {
    private final Payments payments;
    private final ChannelClient channel;
    private final Events events;
    private final JsonMapper json;

    PaymentService(Payments payments, ChannelClient channel, Events events, JsonMapper json) {
        this.payments = payments;
        this.channel = channel;
        this.events = events;
        this.json = json;
    }

    /** @throws DuplicateException when the key was used before */
    PaymentView pay(String idempotencyKey, byte[] body) {
        Payment accepted = accepted(idempotencyKey, body);
        Event created = event("payment.created", accepted);
        if (!payments.accept(accepted, created)) {
            throw new DuplicateException();
        }
        events.publish(created);
        ChannelClient.ChannelAnswer answer = channel.pay(accepted);
        String state = answer.state().equals("paid") ? "SUCCEEDED" : "FAILED";
        Payment concluded = accepted.concluded(state, answer.reference(), Instant.now());
        Event outcome = event("payment." + (state.equals("SUCCEEDED") ? "succeeded" : "failed"), concluded);
        payments.conclude(concluded, outcome);
        events.publish(outcome);
        return PaymentView.of(concluded);
    }

    private Payment accepted(String idempotencyKey, byte[] body) {
        PayRequest wanted = json.readValue(body, PayRequest.class);
        Instant now = Instant.now();
        return new Payment(
                UUID.randomUUID(),
                idempotencyKey,
                SignatureCheck.sha256(body),
                wanted.merchantOrderNo(),
                wanted.amount(),
                wanted.currency(),
                wanted.method(),
                wanted.description(),
                "PROCESSING",
                null,
                now,
                now);
    }

    private Event event(String type, Payment payment) {
        return new Event(payment.id(), type, payment.updatedAt(), json.writeValueAsString(PaymentView.of(payment)));
    }
}
