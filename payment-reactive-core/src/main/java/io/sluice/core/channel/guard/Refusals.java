package io.sluice.core.channel.guard;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.RefundOutcome;

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
    };

    Refusals<RefundOutcome> OF_REFUNDS = new Refusals<>() {
        @Override
        public RefundOutcome unknown(String code, String message) {
            return new RefundOutcome.Unknown(code, message);
        }

        @Override
        public RefundOutcome notSent(String code, String message) {
            return new RefundOutcome.NotSent(Fault.CHANNEL, code, message);
        }
    };

    T unknown(String code, String message);

    T notSent(String code, String message);
}
