package io.sluice.channels.bank;

import io.sluice.channels.bank.model.Kind;
import io.sluice.channels.bank.model.LatePolicy;
import io.sluice.channels.bank.model.Message;
import io.sluice.channels.bank.net.LateListener;
import io.sluice.core.channel.LateAnswers;
import io.sluice.core.id.ChannelAccountId;

/** Tells the gateway what a host says too late. */
record LateWords(ChannelAccountId account, LateAnswers listener) implements LateListener {

    @Override
    public void late(Message request, Message answer) {
        Kind.of(request)
                .flatMap(kind -> LatePolicy.read(kind, request, answer))
                .ifPresent(word -> listener.heard(account, word));
    }
}
