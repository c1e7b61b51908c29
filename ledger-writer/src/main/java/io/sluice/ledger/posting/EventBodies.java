package io.sluice.ledger.posting;

import io.sluice.core.event.PaymentEvent;
import io.sluice.ledger.posting.model.EventType;
import io.sluice.ledger.posting.model.MoneyMoved;
import java.util.Optional;

/** Reads events that moved money. */
public interface EventBodies {

    /**
     * Empty when no money moved with it: what was held is let go of, or was captured before.
     *
     * @throws RuntimeException when the body is not what docs/events.md says, naming what is wrong with it
     */
    Optional<MoneyMoved> read(PaymentEvent event, EventType type);
}
