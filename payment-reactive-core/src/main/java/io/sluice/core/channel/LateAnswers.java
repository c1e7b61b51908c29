package io.sluice.core.channel;

import io.sluice.core.id.ChannelAccountId;

/** Who is told what a channel says when its caller waits for it no longer. */
@FunctionalInterface
public interface LateAnswers {

    LateAnswers UNHEARD = (account, word) -> {};

    /**
     * Returns at once; may be called on event loops. What is lost here is not lost: whoever does not hear a late answer asks or
     * takes back.
     *
     * @param word about an order or a modification, authentic
     */
    void heard(ChannelAccountId account, CallbackReading word);
}
