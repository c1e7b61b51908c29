package io.sluice.channels.unionpay;

import io.sluice.channels.crypto.VouchedCertificate;
import io.sluice.channels.model.SortedPairs;
import io.sluice.channels.unionpay.model.AcpMessage;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Whether UnionPay says it: the certificate that comes along is vouched for and its own, and the signature is that certificate's. */
final class AcpVerifier {

    private static final int LONGEST_CERTIFICATE = 8192;

    private final UnionPayAccount account;
    private final Clock clock;
    private volatile @Nullable Known last;

    /** A certificate that was found good. */
    private record Known(String pem, VouchedCertificate certificate) {}

    /** What is to be thought of a message. */
    sealed interface Verdict {}

    record Authentic(AcpMessage message) implements Verdict {}

    record Refused(String code, String reason) implements Verdict {}

    AcpVerifier(UnionPayAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    Mono<Verdict> judge(Map<String, String> fields) {
        String pem = fields.getOrDefault("signPubKeyCert", "");
        if (pem.isEmpty() || pem.length() > LONGEST_CERTIFICATE || !fields.containsKey(AcpSigner.SIGNATURE)) {
            return Mono.just(new Refused("signature_missing", "signature and signPubKeyCert are both needed"));
        }
        if (!account.method().code().equals(fields.get("signMethod"))) {
            return Mono.just(new Refused(
                    "signature_method",
                    "signMethod must be the account's, " + account.method().code()));
        }
        Known known = last;
        if (known != null && known.pem().equals(pem) && known.certificate().validAt(clock.instant())) {
            return Mono.just(judge(fields, known.certificate()));
        }
        // Chains are checked with much computing and the JDK's own locks.
        return Mono.fromCallable(() -> judgeAnew(fields, pem)).subscribeOn(Schedulers.boundedElastic());
    }

    private Verdict judgeAnew(Map<String, String> fields, String pem) {
        try {
            var certificate = VouchedCertificate.of(pem, account.between(), account.anchors(), clock.instant());
            if (!belongsToPlatform(certificate.name())) {
                return new Refused("certificate_refused", "signPubKeyCert must be of " + account.platform());
            }
            last = new Known(pem, certificate);
            return judge(fields, certificate);
        } catch (IllegalArgumentException untrusted) {
            return new Refused("certificate_refused", "signPubKeyCert " + untrusted.getMessage());
        }
    }

    /** UnionPay's common names have parts between {@code @}, the third of which is the holder's name. */
    private boolean belongsToPlatform(String subject) {
        int begin = subject.indexOf("CN=");
        if (begin < 0) {
            return false;
        }
        String[] parts = subject.substring(begin + 3).split(",", 2)[0].split("@", -1);
        return parts.length > 2 && parts[2].equals(account.platform());
    }

    private Verdict judge(Map<String, String> fields, VouchedCertificate certificate) {
        byte[] message = account.method().signed(SortedPairs.of(fields, AcpSigner.UNSIGNED));
        return certificate.verifies(message, fields.getOrDefault(AcpSigner.SIGNATURE, ""))
                ? new Authentic(new AcpMessage(fields))
                : new Refused("signature_invalid", "the signature does not match the fields");
    }
}
