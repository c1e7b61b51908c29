package io.sluice.channels.bank.net;

import io.sluice.channels.bank.model.Field;
import io.sluice.channels.bank.model.Message;

/** By which an answer finds its request: (DE 11, DE 7, DE 41), and DE 37 for two that share these. */
record MatchKey(int type, String stan, String sentAt, String terminal, String retrieval) {

    static MatchKey of(Message answer) {
        return of(answer.type(), answer);
    }

    static MatchKey awaitedBy(Message request) {
        return of(request.type() + Message.ANSWER, request);
    }

    private static MatchKey of(int type, Message message) {
        return new MatchKey(
                type,
                message.text(Field.STAN),
                message.text(Field.SENT_AT),
                message.text(Field.TERMINAL),
                message.text(Field.RETRIEVAL));
    }
}
