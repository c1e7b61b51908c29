package io.sluice.sandbox.simulators.unionpay.keys;

import io.sluice.sandbox.simulators.keys.Pem;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Who vouches for the channel's certificate. Slow and blocking: not for event loops. */
public final class Authority {
    /** Whose name the channel's certificates carry. */
    public static final String PLATFORM = "中国银联股份有限公司";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration FIVE_YEARS = Duration.ofDays(5 * 365);

    private final SignMethod method;
    private final KeyPair keys;
    private final X500Name name;
    private final Instant now;
    private final String pem;

    private Authority(SignMethod method, Instant now) {
        this.method = method;
        this.keys = method.generate();
        this.name = name("Sluice sandbox authority " + method.code());
        this.now = now;
        this.pem = certificate(keys.getPublic(), serial(), name, /* vouches= */ true);
    }

    public static Authority make(SignMethod method, Instant now) {
        return new Authority(method, now);
    }

    /** Twenty-four decimal digits: more than any card's number has. */
    static BigInteger serial() {
        return new BigInteger(79, RANDOM).setBit(78);
    }

    /** Its own certificate. */
    public String pem() {
        return pem;
    }

    /** @return a certificate in PEM */
    public String certify(PublicKey key, BigInteger serial, String commonName) {
        return certificate(key, serial, name(commonName), /* vouches= */ false);
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private String certificate(PublicKey key, BigInteger serial, X500Name subject, boolean vouches) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, serial, Date.from(now.minus(Duration.ofHours(1))), Date.from(now.plus(FIVE_YEARS)), subject, key);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(vouches));
            var signer = new JcaContentSignerBuilder(method.algorithm())
                    .setProvider(SignMethod.BOUNCY_CASTLE)
                    .build(keys.getPrivate());
            return Pem.write("CERTIFICATE", builder.build(signer).getEncoded());
        } catch (OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("A certificate could not be made", impossible);
        }
    }
}
