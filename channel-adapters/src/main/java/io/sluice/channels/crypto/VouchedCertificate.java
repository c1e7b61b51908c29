package io.sluice.channels.crypto;

import io.sluice.channels.model.PlatformKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A certificate that came along with what it signs, of an RSA or an SM2 key, which somebody known vouches for. The JDK does not know
 * SM2; Bouncy Castle knows both.
 */
public final class VouchedCertificate implements PlatformKey {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final PlatformKey key;
    private final String name;
    private final Instant from;
    private final Instant until;

    private VouchedCertificate(X509Certificate certificate) throws GeneralSecurityException {
        byte[] der = certificate.getPublicKey().getEncoded();
        this.key =
                certificate.getPublicKey().getAlgorithm().equals("RSA") ? RsaPublicKey.of(der) : Sm2PublicKey.of(der);
        this.name = certificate.getSubjectX500Principal().getName();
        this.from = certificate.getNotBefore().toInstant();
        this.until = certificate.getNotAfter().toInstant();
    }

    /**
     * The first certificate, when the anchors vouch for it, by way of the others and of those between. Slow: not for event loops.
     *
     * @throws IllegalArgumentException when it is not one, is out of date or nobody vouches for it
     */
    public static VouchedCertificate of(
            String pem, List<X509Certificate> between, Set<TrustAnchor> anchors, Instant now) {
        List<X509Certificate> chain = new ArrayList<>(x509(pem));
        chain.addAll(between);
        checkTime(chain.getFirst(), now);
        try {
            var parameters = new PKIXParameters(anchors);
            // There is no list of revoked ones to be had from the channel.
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            var path = CertificateFactory.getInstance("X.509", BOUNCY_CASTLE).generateCertPath(chain);
            CertPathValidator.getInstance("PKIX", BOUNCY_CASTLE).validate(path, parameters);
            return new VouchedCertificate(chain.getFirst());
        } catch (GeneralSecurityException untrusted) {
            throw new IllegalArgumentException("must be vouched for by a trusted authority", untrusted);
        }
    }

    private static void checkTime(X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            throw new IllegalArgumentException("must be in date, which it will be from " + from);
        }
        if (now.isAfter(until)) {
            throw new IllegalArgumentException("must be in date, which it was until " + until);
        }
    }

    /** @throws IllegalArgumentException when the text is not X.509 certificates in PEM */
    public static Set<TrustAnchor> anchors(String pem) {
        return x509(pem).stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException when the text is not X.509 certificates in PEM */
    public static List<X509Certificate> x509(String pem) {
        try {
            var certificates = CertificateFactory.getInstance("X.509", BOUNCY_CASTLE)
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
            if (certificates.isEmpty()) {
                throw new CertificateException("no certificate");
            }
            return certificates.stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException malformed) {
            throw new IllegalArgumentException(
                    "must hold X.509 certificates in PEM (-----BEGIN CERTIFICATE-----)", malformed);
        }
    }

    /** The subject, RFC 2253. */
    public String name() {
        return name;
    }

    public boolean validAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    @Override
    public boolean verifies(byte[] message, String signatureBase64) {
        return key.verifies(message, signatureBase64);
    }
}
