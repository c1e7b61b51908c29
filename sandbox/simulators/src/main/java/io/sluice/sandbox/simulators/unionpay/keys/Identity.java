package io.sluice.sandbox.simulators.unionpay.keys;

import io.sluice.sandbox.simulators.keys.KeyFiles;
import io.sluice.sandbox.simulators.keys.Pem;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;

/** The channel's and one merchant's keys for one way to sign, and who vouches for the channel's. */
public final class Identity {
    private final SignMethod method;
    private final Kept kept;
    private final PrivateKey channelKey;
    private final PublicKey merchantKey;

    /** As it is kept, in PEM; serials are decimal. */
    record Kept(
            String rootPem,
            String channelPem,
            String channelKeyPem,
            String channelSerial,
            String merchantKeyPem,
            String merchantPublicPem,
            String merchantSerial) {}

    private Identity(SignMethod method, Kept kept) {
        this.method = method;
        this.kept = kept;
        try {
            KeyFactory keys = KeyFactory.getInstance(method.family(), SignMethod.BOUNCY_CASTLE);
            this.channelKey = keys.generatePrivate(new PKCS8EncodedKeySpec(der(kept.channelKeyPem())));
            this.merchantKey = keys.generatePublic(new X509EncodedKeySpec(der(kept.merchantPublicPem())));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The kept keys are unreadable", broken);
        }
    }

    /** Reads the keys of a merchant's account or makes them. Slow and blocking: not for event loops. */
    public static Identity readOrMake(KeyFiles files, SignMethod method, String merId, Instant now) {
        return new Identity(method, files.readOrMake("acp-" + merId, Kept.class, () -> make(method, now)));
    }

    private static Kept make(SignMethod method, Instant now) {
        var authority = Authority.make(method, now);
        KeyPair channel = method.generate();
        KeyPair merchant = method.generate();
        BigInteger channelSerial = Authority.serial();
        BigInteger merchantSerial = Authority.serial();
        return new Kept(
                authority.pem(),
                authority.certify(channel.getPublic(), channelSerial, "041@00040000@" + Authority.PLATFORM + "@0001"),
                Pem.write("PRIVATE KEY", channel.getPrivate().getEncoded()),
                channelSerial.toString(),
                Pem.write("PRIVATE KEY", merchant.getPrivate().getEncoded()),
                Pem.write("PUBLIC KEY", merchant.getPublic().getEncoded()),
                merchantSerial.toString());
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    public SignMethod method() {
        return method;
    }

    public String rootPem() {
        return kept.rootPem();
    }

    /** The certificate that comes along with what the channel signs. */
    public String channelPem() {
        return kept.channelPem();
    }

    public String channelSerial() {
        return kept.channelSerial();
    }

    public String merchantKeyPem() {
        return kept.merchantKeyPem();
    }

    public String merchantSerial() {
        return kept.merchantSerial();
    }

    /** What the merchant encrypted for the channel, in base64; empty when it was not, or not for this one. */
    public Optional<String> decrypted(String base64) {
        if (method != SignMethod.RSA) {
            return Optional.empty();
        }
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding", SignMethod.BOUNCY_CASTLE);
            cipher.init(Cipher.DECRYPT_MODE, channelKey);
            byte[] text = cipher.doFinal(Base64.getDecoder().decode(base64));
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | RuntimeException foreign) {
            return Optional.empty();
        }
    }

    /** What the channel says is signed with this. */
    public String sign(String text) {
        return method.sign(text, channelKey);
    }

    /** The same of a text of which only the digest was kept. */
    public String sign(byte[] hexDigest) {
        return method.sign(hexDigest, channelKey);
    }

    /** Whether the merchant said it. */
    public boolean isMerchants(String text, String signature) {
        return method.verifies(text, signature, merchantKey);
    }
}
