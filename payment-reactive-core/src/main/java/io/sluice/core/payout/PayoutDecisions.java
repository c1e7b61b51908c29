package io.sluice.core.payout;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutTerms;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Mono;

/** What people say of payouts, on record before anything is done about it. */
public interface PayoutDecisions {

    /** What is to be agreed on. */
    enum Question {
        /** That it may be paid. */
        REVIEW,
        /** That the channel's own books have it paid. */
        PAID,
        /** That they have it not, and never will. */
        NOT_PAID;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Records that a person says so; harmless to repeat.
     *
     * @return all who said so until now, each once. Two who say so at the same moment may not see each other: either says it again
     */
    Mono<List<String>> agree(Payout payout, Question question, Actor person, String evidence);

    /** Up to which amount a merchant's payouts go by themselves from now on. */
    Mono<Void> setTerms(MerchantId merchant, String currency, PayoutTerms terms, Actor person);
}
