package io.sluice.core.agreement;

import io.sluice.core.agreement.Agreements.Due;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.agreement.model.AgreementPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks after agreements whose time is over and after those of which nobody knows what became of them. */
public final class AgreementFollowUps {

    private static final Logger log = LoggerFactory.getLogger(AgreementFollowUps.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int BATCH = 50;
    private static final int AT_ONCE = 8;

    private final Agreements agreements;
    private final AgreementChannels channels;
    private final AgreementRecords records;
    private final Clock clock;

    public AgreementFollowUps(
            Agreements agreements, AgreementChannels channels, AgreementRecords records, Clock clock) {
        this.agreements = agreements;
        this.channels = channels;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Looks after what is due now. What cannot be looked after is due again when its lease ends.
     *
     * @return how many were due
     */
    public Mono<Long> look() {
        return Flux.defer(() -> {
                    Instant now = clock.instant();
                    return agreements.due(now, now.plus(LEASE), BATCH);
                })
                .flatMap(
                        due -> look(due)
                                .onErrorResume(failure -> tell(due, failure))
                                .thenReturn(due),
                        AT_ONCE)
                .count();
    }

    private Mono<Void> look(Due due) {
        Agreement agreement = due.agreement();
        return looked(agreement)
                .filter(after -> after.version() == agreement.version())
                .flatMap(unchanged -> later(due));
    }

    private Mono<Agreement> looked(Agreement agreement) {
        return switch (agreement.step()) {
            case CONFIRMING -> channels.inquire(agreement).flatMap(outcome -> records.conclude(agreement, outcome));
            case REVOKING -> records.revoke(agreement);
            case REQUESTING, AWAITING_CODE, NONE -> records.record(agreement, agreement.expired(clock.instant()));
        };
    }

    private Mono<Void> later(Due due) {
        Instant next = AgreementPolicy.dueAt(due.agreement(), due.looks(), clock.instant());
        return next == null ? Mono.empty() : agreements.later(due.agreement(), next);
    }

    private static Mono<Void> tell(Due due, Throwable failure) {
        log.atWarn()
                .addKeyValue("agreement_id", due.agreement().id())
                .setCause(failure)
                .log("an agreement could not be looked after; it will be again when its lease ends");
        return Mono.empty();
    }
}
