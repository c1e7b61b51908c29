package io.sluice.channels.crypto;

import io.sluice.channels.model.PlatformKey;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One of the channel's certificates. */
public final class PlatformCertificate implements PlatformKey {

    private final String serial;
    private final RsaPublicKey key;
    private final Instant from;
    private final Instant until;

    private PlatformCertificate(X509Certificate certificate) throws GeneralSecurityException {
        this.serial = normalized(certificate.getSerialNumber().toString(16));
        this.key = RsaPublicKey.of(certificate.getPublicKey().getEncoded());
        this.from = certificate.getNotBefore().toInstant();
        this.until = certificate.getNotAfter().toInstant();
    }

    /**
     * Reads one or more certificates.
     *
     * @throws IllegalArgumentException when the text is not X.509 certificates of RSA keys in PEM
     */
    public static List<PlatformCertificate> ofPem(String pem) {
        return x509(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))).stream()
                .map(PlatformCertificate::of)
                .toList();
    }

    static List<X509Certificate> x509(InputStream pem) {
        try {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw new CertificateException("no certificate");
            }
            return certificates.stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException malformed) {
            throw new IllegalArgumentException(
                    "must hold X.509 certificates in PEM (-----BEGIN CERTIFICATE-----)", malformed);
        }
    }

    /** The same, where an empty text means none. */
    public static List<PlatformCertificate> ofPemOrNone(String pem) {
        return pem.isEmpty() ? List.of() : ofPem(pem);
    }

    static PlatformCertificate of(X509Certificate certificate) {
        try {
            return new PlatformCertificate(certificate);
        } catch (GeneralSecurityException notRsa) {
            throw new IllegalArgumentException("must hold certificates of RSA keys", notRsa);
        }
    }

    /** A serial number in the one form in which they are compared: upper-case hexadecimal without leading zeros. */
    public static String normalized(String serial) {
        return serial.toUpperCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }

    public String serial() {
        return serial;
    }

    public boolean validAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    @Override
    public boolean verifies(byte[] message, String signatureBase64) {
        return key.verifies(message, signatureBase64);
    }
}
