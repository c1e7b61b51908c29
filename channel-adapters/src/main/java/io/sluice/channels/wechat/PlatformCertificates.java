package io.sluice.channels.wechat;

import io.sluice.channels.crypto.PlatformCertificate;
import io.sluice.channels.model.PlatformKey;
import io.sluice.channels.wechat.model.Authenticity;
import io.sluice.channels.wechat.model.PlatformKeys;
import io.sluice.channels.wechat.model.SignatureHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The channel's certificates as far as they are known. They are downloaded when first needed, again every twelve hours
 * and when something is signed with an unknown one, but never more often than every five seconds.
 */
final class PlatformCertificates implements PlatformKeys {

    private static final Logger log = LoggerFactory.getLogger(PlatformCertificates.class);
    private static final Duration REFRESH_EVERY = Duration.ofHours(12);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final WeChatAccount account;
    private final Mono<List<PlatformCertificate>> download;
    private final Clock clock;
    private final AtomicReference<@Nullable Refresh> last = new AtomicReference<>();
    private volatile Map<String, PlatformCertificate> known;
    private volatile Instant freshUntil;

    /** A download and what came of it: whether certificates were learned. */
    private record Refresh(Instant startedAt, Mono<Boolean> learned) {}

    PlatformCertificates(WeChatAccount account, Mono<List<PlatformCertificate>> download, Clock clock) {
        this.account = account;
        this.download = download;
        this.clock = clock;
        this.known = bySerial(account.certificates().stream());
        this.freshUntil = clock.instant().plus(REFRESH_EVERY);
    }

    /** Whether answers can be verified; waits for the first download. */
    Mono<Boolean> available() {
        return known.isEmpty() ? refreshed() : Mono.just(true);
    }

    @Override
    public @Nullable PlatformKey key(String serial) {
        Instant now = clock.instant();
        if (now.isAfter(freshUntil)) {
            // Beside what goes on: nobody waits for it.
            refreshed().subscribe();
        }
        PlatformCertificate certificate = known.get(PlatformCertificate.normalized(serial));
        return certificate != null && certificate.validAt(now) ? certificate : null;
    }

    /**
     * Judges what the channel may have said at {@code saidAt}. A signature by an unknown certificate may be the first of a
     * rotation, or the first after a start, so it is worth one look at the channel's certificates.
     */
    Mono<Authenticity> judge(SignatureHeaders signature, byte[] body, Instant saidAt) {
        Mono<Authenticity> asKnown = Mono.fromSupplier(() -> Authenticity.judge(signature, body, this, saidAt));
        return asKnown.flatMap(judged ->
                judged instanceof Authenticity.KeyUnknown ? refreshed().then(asKnown) : Mono.just(judged));
    }

    /** Joins the download that is under way or has just ended, or starts one. True when certificates were learned. */
    private Mono<Boolean> refreshed() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            Refresh before = last.get();
            if (before != null && now.isBefore(before.startedAt().plus(PAUSE))) {
                return before.learned();
            }
            Refresh next = new Refresh(now, start());
            return last.compareAndSet(before, next) ? next.learned() : refreshed();
        });
    }

    /** Cached, so that it goes on when the first of those who wait for it leaves. */
    private Mono<Boolean> start() {
        return download.map(this::learn).onErrorResume(this::failed).cache();
    }

    private boolean learn(List<PlatformCertificate> downloaded) {
        known = bySerial(Stream.concat(account.certificates().stream(), downloaded.stream()));
        freshUntil = clock.instant().plus(REFRESH_EVERY);
        return true;
    }

    private Mono<Boolean> failed(Throwable cause) {
        log.warn("The platform certificates could not be downloaded for {}: {}", account.id(), cause.getMessage());
        return Mono.just(false);
    }

    private static Map<String, PlatformCertificate> bySerial(Stream<PlatformCertificate> certificates) {
        return certificates.collect(Collectors.toUnmodifiableMap(
                PlatformCertificate::serial, Function.identity(), (first, second) -> second));
    }
}
