package io.sluice.core.channel;

import io.sluice.core.money.Money;
import reactor.core.publisher.Mono;

/** Can be asked how much is on this account, from which payouts are made. */
public interface TellsBalance extends Channel {

    /** One answer, always; never an error and never empty. */
    Mono<Balance> balance();

    /** What the channel says. */
    sealed interface Balance {

        /** @param available may be sent now; less than nothing where the account is overdrawn */
        record Known(Money available) implements Balance {}

        /**
         * It tells none of this account, and would say the same again.
         *
         * @param code the channel's own, where it was asked
         */
        record Refused(String code, String message) implements Balance {}

        /** It could not be asked, or did not answer: nobody knows, and it may be asked again. */
        record Unavailable(String code, String message) implements Balance {}
    }
}
