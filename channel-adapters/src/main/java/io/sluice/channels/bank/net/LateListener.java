package io.sluice.channels.bank.net;

import io.sluice.channels.bank.model.Message;

/** Is told of answers that come when nobody waits for them any more; called on event loops. */
@FunctionalInterface
public interface LateListener {
    void late(Message request, Message answer);
}
