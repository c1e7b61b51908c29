package io.sluice.core.channel.guard;

import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.channel.TellsBalance.Balance;

/** How one kind of call says that its outcome is unknown, and that it provably was not sent. */
interface Refusals<T> {

    Refusals<ChannelOutcome> OF_ORDERS = new Refusals<>() {
        @Override
        public ChannelOutcome unknown(String code, String message) {
            return new ChannelOutcome.Unknown(code, message);
        }

        @Override
        public ChannelOutcome notSent(String code, String message) {
            return new ChannelOutcome.NotSent(Fault.CHANNEL, code, message);
        }

        @Override
        public ChannelOutcome busy(String code, String message) {
            return new ChannelOutcome.NotSent(Fault.CHANNEL, OutcomeCode.CHANNEL_BUSY, code, message);
        }
    };

    Refusals<ModificationOutcome> OF_MODIFICATIONS = new Refusals<>() {
        @Override
        public ModificationOutcome unknown(String code, String message) {
            return new ModificationOutcome.Unknown(code, message);
        }

        @Override
        public ModificationOutcome notSent(String code, String message) {
            return new ModificationOutcome.NotSent(Fault.CHANNEL, code, message);
        }

        @Override
        public ModificationOutcome busy(String code, String message) {
            return notSent(code, message);
        }
    };

    Refusals<AgreementOutcome> OF_AGREEMENTS = new Refusals<>() {
        @Override
        public AgreementOutcome unknown(String code, String message) {
            return new AgreementOutcome.Unknown(code, message);
        }

        @Override
        public AgreementOutcome notSent(String code, String message) {
            return new AgreementOutcome.NotSent(Fault.CHANNEL, code, message);
        }

        @Override
        public AgreementOutcome busy(String code, String message) {
            return notSent(code, message);
        }
    };

    Refusals<Balance> OF_BALANCES = new Refusals<>() {
        @Override
        public Balance unknown(String code, String message) {
            return new Balance.Unavailable(code, message);
        }

        @Override
        public Balance notSent(String code, String message) {
            return new Balance.Unavailable(code, message);
        }

        @Override
        public Balance busy(String code, String message) {
            return new Balance.Unavailable(code, message);
        }
    };

    T unknown(String code, String message);

    T notSent(String code, String message);

    /** Not sent because there are too many others. */
    T busy(String code, String message);
}
