package io.sluice.core.channel.guard;

import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.Irreversible;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.TellsBalance.Balance;

/**
 * Which outcomes speak against a channel. A breaker that also counted what is wrong with the orders would let whoever sends
 * wrong ones stop the right ones.
 */
final class BreakerPolicy {

    private BreakerPolicy() {}

    /** What is no kind of outcome speaks against nobody. */
    static boolean isFailure(Object result) {
        return switch (result) {
            case ChannelOutcome outcome -> isFailure(outcome);
            case ModificationOutcome outcome -> isFailure(outcome);
            case AgreementOutcome outcome -> isFailure(outcome);
            case Balance balance -> balance instanceof Balance.Unavailable;
            default -> false;
        };
    }

    static boolean isFailure(ChannelOutcome outcome) {
        return switch (outcome) {
            case Approved _, Authorized _, Declined _, Pending _, Closed _, Reversed _, Irreversible _, Absent _ ->
                false;
            case NotSent notSent -> notSent.fault() == Fault.CHANNEL;
            case Unknown unknown -> unknown.fault() == Fault.CHANNEL;
        };
    }

    static boolean isFailure(ModificationOutcome outcome) {
        return switch (outcome) {
            case ModificationOutcome.Succeeded _,
                    ModificationOutcome.Processing _,
                    ModificationOutcome.Refused _,
                    ModificationOutcome.Abnormal _,
                    ModificationOutcome.Returned _,
                    ModificationOutcome.Absent _ -> false;
            case ModificationOutcome.NotSent notSent -> notSent.fault() == Fault.CHANNEL;
            case ModificationOutcome.Unknown unknown -> unknown.fault() == Fault.CHANNEL;
        };
    }

    static boolean isFailure(AgreementOutcome outcome) {
        return switch (outcome) {
            case AgreementOutcome.Pending _,
                    AgreementOutcome.Signed _,
                    AgreementOutcome.WrongCode _,
                    AgreementOutcome.Declined _,
                    AgreementOutcome.Ended _,
                    AgreementOutcome.Absent _ -> false;
            case AgreementOutcome.NotSent notSent -> notSent.fault() == Fault.CHANNEL;
            case AgreementOutcome.Unknown unknown -> unknown.fault() == Fault.CHANNEL;
        };
    }
}
