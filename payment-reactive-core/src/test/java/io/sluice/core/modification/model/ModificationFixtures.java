package io.sluice.core.modification.model;

import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.modification.ChannelTerms;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.Transition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Captures, voids and refunds to start from. */
public final class ModificationFixtures {

    private ModificationFixtures() {}

    /** The transition that makes an accepted payment a paid one. */
    public static Transition paid(Payment accepted) {
        return concluded(accepted, new ChannelOutcome.Approved(accepted.amount(), "4200001"));
    }

    /** The transition that makes an accepted payment one whose money is held. */
    public static Transition held(Payment accepted) {
        return concluded(accepted, new ChannelOutcome.Authorized(accepted.amount(), "auth-1"));
    }

    private static Transition concluded(Payment accepted, ChannelOutcome outcome) {
        Conclusion conclusion = accepted.concluded(
                accepted.lastAttempt().id(), outcome, accepted.createdAt().plusSeconds(1));
        return ((Conclusion.Changed) conclusion).transition();
    }

    /** A wish to pay later what is held now. */
    public static AcceptPayment manual(MerchantId merchant, String key) {
        AcceptPayment command = PaymentFixtures.command(merchant, key, "{}");
        return new AcceptPayment(
                command.merchantId(),
                command.merchantOrderNo(),
                command.amount(),
                command.method(),
                CaptureMethod.MANUAL,
                command.description(),
                command.payer(),
                command.payerIp(),
                command.metadata(),
                command.expiresAt(),
                command.idempotency());
    }

    /** Of channels that capture in parts. */
    public static final ChannelTerms SEVERAL = payment -> Mono.just(ManualCapture.SEVERAL);

    /** Of channels that capture once. */
    public static final ChannelTerms ONCE = payment -> Mono.just(ManualCapture.ONCE);

    /** A refund. */
    public static RequestModification command(Payment payment, @Nullable Long amountMinor, String key) {
        return command(ModificationKind.REFUND, payment, null, amountMinor, false, key);
    }

    public static RequestModification command(
            ModificationKind kind,
            Payment payment,
            @Nullable ModificationId capture,
            @Nullable Long amountMinor,
            boolean last,
            String key) {
        return new RequestModification(
                kind,
                payment.merchantId(),
                payment.id(),
                capture,
                amountMinor,
                last,
                kind == ModificationKind.REFUND ? "the tea was cold" : null,
                new IdempotencyKey(
                        "POST /v1/" + kind.wireName(), key, ("body of " + key).getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws ClassCastException when it is not granted */
    public static ModificationTransition reserved(Payment payment, RequestModification command) {
        ReservationDecision decision =
                Modification.requested(payment, List.of(), command, ModificationId.next(), payment.updatedAt());
        return ((ReservationDecision.Reserved) decision).transition();
    }
}
