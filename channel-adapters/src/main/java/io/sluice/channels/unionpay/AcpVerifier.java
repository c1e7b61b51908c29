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
        Verdict refused = refused(fields);
        if (refused != null) {
            return Mono.just(refused);
        }
        String pem = pem(fields);
        Known known = known(pem);
        if (known != null) {
            return Mono.just(judge(fields, known.certificate(), whole(fields)));
        }
        // Chains are checked with much computing and the JDK's own locks.
        return Mono.fromCallable(() -> judgeAnew(fields, pem, whole(fields))).subscribeOn(Schedulers.boundedElastic());
    }

    /**
     * Judges a message that was too long to be kept. Not for event loops.
     *
     * @param fields of it, but for the long one
     * @param signed what its signature must be of
     */
    Verdict judge(Map<String, String> fields, byte[] signed) {
        Verdict refused = refused(fields);
        if (refused != null) {
            return refused;
        }
        String pem = pem(fields);
        Known known = known(pem);
        return known == null ? judgeAnew(fields, pem, signed) : judge(fields, known.certificate(), signed);
    }

    private byte[] whole(Map<String, String> fields) {
        return account.method().signed(SortedPairs.of(fields, AcpSigner.UNSIGNED));
    }

    private static String pem(Map<String, String> fields) {
        return fields.getOrDefault("signPubKeyCert", "");
    }

    private @Nullable Known known(String pem) {
        Known known = last;
        return known != null && known.pem().equals(pem) && known.certificate().validAt(clock.instant()) ? known : null;
    }

    /** Null when its signature is worth a look. */
    private @Nullable Verdict refused(Map<String, String> fields) {
        String pem = pem(fields);
        if (pem.isEmpty() || pem.length() > LONGEST_CERTIFICATE || !fields.containsKey(AcpSigner.SIGNATURE)) {
            return new Refused("signature_missing", "signature and signPubKeyCert are both needed");
        }
        return account.method().code().equals(fields.get("signMethod"))
                ? null
                : new Refused(
                        "signature_method",
                        "signMethod must be the account's, " + account.method().code());
    }

    private Verdict judgeAnew(Map<String, String> fields, String pem, byte[] signed) {
        try {
            var certificate = VouchedCertificate.of(pem, account.between(), account.anchors(), clock.instant());
            if (!belongsToPlatform(certificate.name())) {
                return new Refused("certificate_refused", "signPubKeyCert must be of " + account.platform());
            }
            last = new Known(pem, certificate);
            return judge(fields, certificate, signed);
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

    private static Verdict judge(Map<String, String> fields, VouchedCertificate certificate, byte[] signed) {
        return certificate.verifies(signed, fields.getOrDefault(AcpSigner.SIGNATURE, ""))
                ? new Authentic(new AcpMessage(fields))
                : new Refused("signature_invalid", "the signature does not match the fields");
    }
}
