package io.sluice.core.agreement.model;

import io.sluice.core.agreement.model.AgreementDecision.Changed;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.AgreementOutcome.Absent;
import io.sluice.core.channel.AgreementOutcome.Declined;
import io.sluice.core.channel.AgreementOutcome.Ended;
import io.sluice.core.channel.AgreementOutcome.NotSent;
import io.sluice.core.channel.AgreementOutcome.Pending;
import io.sluice.core.channel.AgreementOutcome.Signed;
import io.sluice.core.channel.AgreementOutcome.Unknown;
import io.sluice.core.channel.AgreementOutcome.WrongCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a channel's word does to an agreement, step by step. */
final class AgreementConclusions {

    private AgreementConclusions() {}

    static AgreementDecision concluded(Agreement agreement, AgreementOutcome outcome, Duration inDoubt, Instant now) {
        return switch (agreement.step()) {
            case REQUESTING -> requested(agreement, outcome, now);
            case CONFIRMING -> confirmed(agreement, outcome, inDoubt, now);
            case REVOKING -> revoked(agreement, outcome, now);
            case AWAITING_CODE, NONE -> AgreementDecision.UNCHANGED;
        };
    }

    /** A message whose sending is unknown may have come: who holds its code can confirm, and else the time runs out. */
    private static AgreementDecision requested(Agreement agreement, AgreementOutcome outcome, Instant now) {
        return switch (outcome) {
            case Pending(var action) ->
                new Changed(
                        agreement.asking(action).now(AgreementState.PENDING, AgreementStep.AWAITING_CODE, null, now));
            case Signed(String token) -> signed(agreement, token, now);
            case Declined(var meaning, String code, String message) -> failed(agreement, code, now);
            case NotSent(var fault, String code, String message) -> failed(agreement, code, now);
            case WrongCode _, Ended _, Absent _, Unknown _ -> AgreementDecision.UNCHANGED;
        };
    }

    private static AgreementDecision confirmed(
            Agreement agreement, AgreementOutcome outcome, Duration inDoubt, Instant now) {
        return switch (outcome) {
            case Signed(String token) -> signed(agreement, token, now);
            case WrongCode(String code) -> wrong(agreement, code, now);
            // The code may be spent, so the payer pays for it with one of his three.
            case Absent(String code) ->
                now.isBefore(agreement.calledAt().plus(inDoubt))
                        ? AgreementDecision.UNCHANGED
                        : wrong(agreement, code, now);
            case Declined(var meaning, String code, String message) -> failed(agreement, code, now);
            case Ended(String code) -> failed(agreement, code, now);
            case NotSent(var fault, String code, String message) -> awaiting(agreement, code, now);
            case Pending _, Unknown _ -> AgreementDecision.UNCHANGED;
        };
    }

    /** It is asked for until there is none: that it was active once is what makes "there is none" an end. */
    private static AgreementDecision revoked(Agreement agreement, AgreementOutcome outcome, Instant now) {
        return switch (outcome) {
            case Ended(String code) -> ended(agreement, AgreementState.REVOKED, code, now);
            case Absent(String code) -> ended(agreement, AgreementState.REVOKED, code, now);
            case Pending _, Signed _, WrongCode _, Declined _, NotSent _, Unknown _ -> AgreementDecision.UNCHANGED;
        };
    }

    private static AgreementDecision signed(Agreement agreement, String token, Instant now) {
        return new Changed(agreement.now(AgreementState.ACTIVE, AgreementStep.NONE, null, now), token);
    }

    private static AgreementDecision wrong(Agreement agreement, String code, Instant now) {
        Agreement counted = agreement.withWrongCode();
        return counted.wrongCodes() >= AgreementPolicy.MOST_WRONG_CODES
                ? failed(counted, code, now)
                : awaiting(counted, code, now);
    }

    private static AgreementDecision awaiting(Agreement agreement, String code, Instant now) {
        return new Changed(agreement.now(AgreementState.PENDING, AgreementStep.AWAITING_CODE, code, now));
    }

    private static AgreementDecision failed(Agreement agreement, String code, Instant now) {
        return ended(agreement, AgreementState.FAILED, code, now);
    }

    private static AgreementDecision ended(
            Agreement agreement, AgreementState end, @Nullable String code, Instant now) {
        return new Changed(agreement.now(end, AgreementStep.NONE, code, now));
    }
}
