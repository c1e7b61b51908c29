package io.sluice.channels.paypal;

import io.sluice.channels.crypto.CertificateChains;
import io.sluice.channels.crypto.PlatformCertificate;
import io.sluice.channels.http.HttpExchange;
import io.sluice.channels.http.Request;
import io.sluice.channels.http.Sent;
import io.sluice.channels.http.UnreadableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.TrustAnchor;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The certificates that webhooks name: fetched from where PayPal keeps them and nowhere else, checked, and kept. */
final class WebhookCertificates {

    private static final int OK = 200;
    private static final int MOST_KEPT = 16;
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_.\\-]{1,100}");
    private static final String PAYPAL = ".paypal.com";

    private final PayPalAccount account;
    private final HttpExchange exchange;
    private final Set<TrustAnchor> publicAuthorities;
    private final Clock clock;
    private final Map<String, PlatformCertificate> known = new ConcurrentHashMap<>();

    /** @param exchange with the host of the account's certificates */
    WebhookCertificates(PayPalAccount account, HttpExchange exchange, Set<TrustAnchor> publicAuthorities, Clock clock) {
        this.account = account;
        this.exchange = exchange;
        this.publicAuthorities = publicAuthorities;
        this.clock = clock;
    }

    /** Whether a certificate may be looked for there. */
    boolean isOurs(String url) {
        return url.startsWith(account.certificates())
                && NAME.matcher(url.substring(account.certificates().length())).matches();
    }

    /** Fails with {@link UnreadableException} when it cannot be had or must not be trusted. */
    Mono<PlatformCertificate> certificate(String url) {
        return Mono.defer(() -> {
            PlatformCertificate kept = known.get(url);
            return kept != null && kept.validAt(clock.instant()) ? Mono.just(kept) : fetched(url);
        });
    }

    private Mono<PlatformCertificate> fetched(String url) {
        return exchange.send(Request.get(URI.create(url).getRawPath(), Map.of("Accept", "*/*")))
                // Chains are checked with much computing and the JDK's own locks.
                .publishOn(Schedulers.boundedElastic())
                .map(this::read)
                .doOnNext(certificate -> keep(url, certificate));
    }

    private void keep(String url, PlatformCertificate certificate) {
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        known.put(url, certificate);
    }

    private PlatformCertificate read(Sent sent) {
        return switch (sent) {
            case Sent.Answered answered when answered.status() == OK -> trusted(answered.body());
            case Sent.Answered answered -> throw new UnreadableException("the channel answered " + answered.status());
            case Sent.NotWritten(String code, String message) -> throw new UnreadableException(code + ": " + message);
            case Sent.Lost(String code, String message) -> throw new UnreadableException(code + ": " + message);
        };
    }

    private PlatformCertificate trusted(byte[] pem) {
        boolean isPublic = account.anchors().isEmpty();
        try {
            return CertificateChains.trusted(
                    new String(pem, StandardCharsets.US_ASCII),
                    isPublic ? publicAuthorities : account.anchors(),
                    isPublic ? PAYPAL : "",
                    clock.instant());
        } catch (IllegalArgumentException untrusted) {
            throw new UnreadableException("the certificate " + untrusted.getMessage());
        }
    }
}
