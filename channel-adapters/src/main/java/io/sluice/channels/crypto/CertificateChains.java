package io.sluice.channels.crypto;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whether certificates are vouched for. Slow: not for event loops. */
public final class CertificateChains {

    private CertificateChains() {}

    /**
     * Reads who vouches; an empty text is nobody.
     *
     * @throws IllegalArgumentException when the text is not X.509 certificates in PEM
     */
    public static Set<TrustAnchor> anchors(String pem) {
        return pem.isEmpty()
                ? Set.of()
                : read(pem).stream()
                        .map(certificate -> new TrustAnchor(certificate, null))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Who vouches where nobody is named: the public authorities that the JDK knows. */
    public static Set<TrustAnchor> publicAuthorities() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .map(certificate -> new TrustAnchor(certificate, null))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the JDK's trust store cannot be read", impossible);
        }
    }

    /**
     * The first certificate, when the anchors vouch for it, by way of the others.
     *
     * @param name how the certificate's subject must end; empty for any
     * @throws IllegalArgumentException when it is not one, is out of date, has another name or nobody vouches for it
     */
    public static PlatformCertificate trusted(String pem, Set<TrustAnchor> anchors, String name, Instant now) {
        List<X509Certificate> chain = read(pem);
        X509Certificate first = chain.getFirst();
        if (!first.getSubjectX500Principal().getName().split(",", 2)[0].endsWith(name)) {
            throw new IllegalArgumentException("must have a name that ends in " + name);
        }
        try {
            var parameters = new PKIXParameters(anchors);
            // A certificate that was revoked is no longer found at the channel's address.
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX").validate(path(chain), parameters);
            return PlatformCertificate.of(first);
        } catch (GeneralSecurityException untrusted) {
            throw new IllegalArgumentException("must be vouched for by a trusted authority", untrusted);
        }
    }

    private static CertPath path(List<X509Certificate> chain) throws CertificateException {
        return CertificateFactory.getInstance("X.509").generateCertPath(chain);
    }

    private static List<X509Certificate> read(String pem) {
        return PlatformCertificate.x509(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    }
}
