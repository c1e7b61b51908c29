package io.sluice.sandbox.simulators.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes RSA-2048 keys and self-signed certificates. Slow and blocking: not for event loops. */
public final class KeyPairs {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration FIVE_YEARS = Duration.ofDays(5 * 365);

    private KeyPairs() {}

    public static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has RSA", impossible);
        }
    }

    /** Forty hexadecimal digits; the first is never 0, which some readers drop. */
    public static String serial() {
        return hex(new BigInteger(158, RANDOM).setBit(158));
    }

    public static X509Certificate certify(KeyPair keys, String serial, String commonName, Instant now) {
        var name = new X500Name("CN=" + commonName + ",O=Sluice sandbox");
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(serial, 16),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(FIVE_YEARS)),
                name,
                keys.getPublic());
        try {
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException("A self-signed certificate could not be made", impossible);
        }
    }

    private static String hex(BigInteger number) {
        return number.toString(16).toUpperCase(Locale.ROOT);
    }
}
