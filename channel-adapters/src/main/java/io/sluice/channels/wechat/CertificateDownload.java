package io.sluice.channels.wechat;

import io.sluice.channels.crypto.PlatformCertificate;
import io.sluice.channels.http.HttpExchange;
import io.sluice.channels.http.Json;
import io.sluice.channels.http.Sent;
import io.sluice.channels.http.Sent.Answered;
import io.sluice.channels.http.UnreadableException;
import io.sluice.channels.wechat.model.Authenticity;
import io.sluice.channels.wechat.model.SignatureHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Fetches the channel's certificates. */
final class CertificateDownload {

    private static final String TARGET = "/v3/certificates";
    private static final int OK = 200;

    private final WeChatAccount account;
    private final HttpExchange exchange;
    private final RequestSigner signer;
    private final Clock clock;

    CertificateDownload(WeChatAccount account, HttpExchange exchange, RequestSigner signer, Clock clock) {
        this.account = account;
        this.exchange = exchange;
        this.signer = signer;
        this.clock = clock;
    }

    /** @return at least one; fails with {@link UnreadableException} when there is no answer or it cannot be trusted */
    Mono<List<PlatformCertificate>> certificates() {
        return Mono.defer(() -> exchange.send(signer.get(TARGET))).map(this::read);
    }

    private List<PlatformCertificate> read(Sent sent) {
        return switch (sent) {
            case Answered answered when answered.status() == OK -> trusted(answered);
            case Answered answered -> throw new UnreadableException("the channel answered " + answered.status());
            case Sent.NotWritten(String code, String message) -> throw new UnreadableException(code + ": " + message);
            case Sent.Lost(String code, String message) -> throw new UnreadableException(code + ": " + message);
        };
    }

    /**
     * The certificates are proven by the APIv3 key, which only the merchant and the channel have; the signature over the
     * answer is then checked with one of them.
     */
    private List<PlatformCertificate> trusted(Answered answered) {
        List<PlatformCertificate> certificates = Json.object(answered.body())
                .path("data")
                .valueStream()
                .flatMap(entry -> open(entry).stream())
                .toList();
        Authenticity authenticity = Authenticity.judge(
                SignatureHeaders.of(answered.header()),
                answered.body(),
                serial -> find(certificates, serial),
                clock.instant());
        if (authenticity instanceof Authenticity.Authentic) {
            return certificates;
        }
        throw new UnreadableException("the answer is not signed by one of the certificates in it");
    }

    private List<PlatformCertificate> open(JsonNode entry) {
        try {
            byte[] pem = account.apiV3Key().open(Documents.sealed(entry.path("encrypt_certificate")));
            return PlatformCertificate.ofPem(new String(pem, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new UnreadableException("a certificate does not open with the account's api_v3_key");
        }
    }

    private static @Nullable PlatformCertificate find(List<PlatformCertificate> certificates, String serial) {
        return certificates.stream()
                .filter(known -> known.serial().equals(PlatformCertificate.normalized(serial)))
                .findFirst()
                .orElse(null);
    }
}
