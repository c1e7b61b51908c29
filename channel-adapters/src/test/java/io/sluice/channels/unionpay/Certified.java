package io.sluice.channels.unionpay;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key and its certificate, made by Bouncy Castle.
 *
 * @param pem the certificate
 */
record Certified(SignMethod method, KeyPair keys, X500Name name, String pem) {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final AtomicLong SERIALS = new AtomicLong(1);

    /** Who vouches for itself, and may for others. */
    static Certified root(SignMethod method, String commonName) {
        KeyPair keys = pair(method);
        X500Name name = name(commonName);
        return issued(new Certified(method, keys, name, ""), keys, name, /* vouches= */ true, NOW);
    }

    /** One that may vouch for others. */
    Certified authority(String commonName) {
        return issued(this, pair(method), name(commonName), /* vouches= */ true, NOW);
    }

    /** One that may not. */
    Certified holder(String commonName) {
        return holder(commonName, NOW);
    }

    /** @param middle of the two years for which it is valid */
    Certified holder(String commonName, Instant middle) {
        return issued(this, pair(method), name(commonName), /* vouches= */ false, middle);
    }

    /** The same key, vouched for at another time. */
    Certified again(Certified authority, Instant middle) {
        return issued(authority, keys, name, /* vouches= */ true, middle);
    }

    private static Certified issued(Certified issuer, KeyPair keys, X500Name name, boolean vouches, Instant middle) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer.name,
                    BigInteger.valueOf(SERIALS.getAndIncrement()),
                    Date.from(middle.minus(YEAR)),
                    Date.from(middle.plus(YEAR)),
                    name,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(vouches));
            var signer = new JcaContentSignerBuilder(algorithm(issuer.method))
                    .setProvider(BOUNCY_CASTLE)
                    .build(issuer.keys.getPrivate());
            byte[] der = builder.build(signer).getEncoded();
            String pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(der)
                    + "\n-----END CERTIFICATE-----\n";
            return new Certified(issuer.method, keys, name, pem);
        } catch (OperatorCreationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What stands in {@code signature}, of what is signed of a text. */
    String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(algorithm(method), BOUNCY_CASTLE);
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String privatePem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static String algorithm(SignMethod method) {
        return method == SignMethod.RSA ? "SHA256withRSA" : "SM3withSM2";
    }

    private static KeyPair pair(SignMethod method) {
        try {
            boolean rsa = method == SignMethod.RSA;
            var generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC", BOUNCY_CASTLE);
            if (rsa) {
                generator.initialize(2048);
            } else {
                generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
