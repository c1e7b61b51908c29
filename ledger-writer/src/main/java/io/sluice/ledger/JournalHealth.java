package io.sluice.ledger;

import io.sluice.ledger.posting.JournalTrouble;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a batch is in hand that cannot be written. */
final class JournalHealth implements HealthIndicator {

    private final JournalTrouble trouble;

    JournalHealth(JournalTrouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public Health health() {
        return trouble.reason()
                .map(reason -> Health.down().withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
