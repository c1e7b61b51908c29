package io.sluice.ledger.posting;

import io.sluice.core.event.PaymentEvent;
import io.sluice.ledger.posting.model.EventType;
import io.sluice.ledger.posting.model.MoneyMoved;

/** Reads events that moved money. */
public interface EventBodies {

    /** @throws RuntimeException when the body is not what docs/events.md says, naming what is wrong with it */
    MoneyMoved read(PaymentEvent event, EventType type);
}
