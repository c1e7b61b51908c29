package io.sluice.core.agreement.model;

import io.sluice.core.agreement.model.AgreementDecision.Changed;
import io.sluice.core.agreement.model.AgreementDecision.Refused;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What merchants and the clock do to an agreement; what channels do is in {@link AgreementConclusions}. */
public final class AgreementPolicy {

    /** How long a payer may take to agree. */
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    /** How many wrong codes end it. */
    public static final int MOST_WRONG_CODES = 3;

    private static final Duration FIRST_LOOK = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private AgreementPolicy() {}

    static AgreementDecision confirming(Agreement agreement, String call, Instant now) {
        if (agreement.state() != AgreementState.PENDING) {
            return new Refused(
                    "agreement_not_pending",
                    "Only a pending agreement takes a code, and this one is "
                            + agreement.state().wireName());
        }
        if (!agreement.step().takesCode()) {
            return new Refused("agreement_busy", "A code is being confirmed; wait until it is known what became of it");
        }
        if (!now.isBefore(agreement.expiresAt())) {
            return new Refused(
                    "agreement_not_pending",
                    "The payer had until " + agreement.expiresAt() + "; ask for a new agreement");
        }
        return new Changed(agreement
                .calling(call, now)
                .now(AgreementState.PENDING, AgreementStep.CONFIRMING, agreement.code(), now));
    }

    /** Revoking what is being revoked, or is, changes nothing and is no mistake. */
    static AgreementDecision revoking(Agreement agreement, String call, Instant now) {
        return switch (agreement.state()) {
            case ACTIVE ->
                new Changed(agreement
                        .calling(call, now)
                        .now(AgreementState.REVOKING, AgreementStep.REVOKING, agreement.code(), now));
            case REVOKING, REVOKED -> AgreementDecision.UNCHANGED;
            case PENDING, FAILED, EXPIRED ->
                new Refused(
                        "agreement_not_active",
                        "Only an active agreement can be revoked, and this one is "
                                + agreement.state().wireName());
        };
    }

    /** What is in doubt does not expire: it may be signed. */
    static AgreementDecision expired(Agreement agreement, Instant now) {
        boolean waits =
                agreement.state() == AgreementState.PENDING && agreement.step().takesCode();
        return waits && !now.isBefore(agreement.expiresAt())
                ? new Changed(agreement.now(AgreementState.EXPIRED, AgreementStep.NONE, agreement.code(), now))
                : AgreementDecision.UNCHANGED;
    }

    /**
     * When somebody is to look after it; null where nobody is.
     *
     * @param looks how many there were since the last transition
     */
    public static @Nullable Instant dueAt(Agreement agreement, int looks, Instant now) {
        if (agreement.state().isEnd() || agreement.state() == AgreementState.ACTIVE) {
            return null;
        }
        if (!agreement.step().isInDoubt()) {
            return agreement.expiresAt();
        }
        return now.plus(looks == 0 ? FIRST_LOOK : pause(looks));
    }

    /** 2, 4, 8, … 256 s, then five minutes. */
    private static Duration pause(int looks) {
        return looks > 8 ? LONGEST_PAUSE : Duration.ofSeconds(1L << looks);
    }
}
