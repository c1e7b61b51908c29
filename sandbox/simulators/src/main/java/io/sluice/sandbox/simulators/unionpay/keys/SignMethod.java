package io.sluice.sandbox.simulators.unionpay.keys;

import io.sluice.sandbox.simulators.keys.KeyPairs;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** ACP's two ways to sign: of the text's digest in hexadecimal, a signature that digests once more. */
public enum SignMethod {
    RSA("01", "RSA", "SHA-256", "SHA256withRSA"),
    /** With the user id 1234567812345678, which Bouncy Castle takes unless it is told another; r and s in DER. */
    SM2("21", "EC", "SM3", "SM3withSM2");

    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final String code;
    private final String family;
    private final String digest;
    private final String algorithm;

    SignMethod(String code, String family, String digest, String algorithm) {
        this.code = code;
        this.family = family;
        this.digest = digest;
        this.algorithm = algorithm;
    }

    public String code() {
        return code;
    }

    String family() {
        return family;
    }

    String algorithm() {
        return algorithm;
    }

    KeyPair generate() {
        try {
            if (this == RSA) {
                return KeyPairs.generate();
            }
            var generator = KeyPairGenerator.getInstance(family, BOUNCY_CASTLE);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Bouncy Castle has SM2", impossible);
        }
    }

    public String sign(String text, PrivateKey key) {
        return sign(hexDigest(text), key);
    }

    /** @param hexDigest of what is to be signed, as {@link #hex} makes it */
    String sign(byte[] hexDigest, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(algorithm, BOUNCY_CASTLE);
            signature.initSign(key);
            signature.update(hexDigest);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A kept key does not sign", impossible);
        }
    }

    public boolean verifies(String text, String base64, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(algorithm, BOUNCY_CASTLE);
            signature.initVerify(key);
            signature.update(hexDigest(text));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private byte[] hexDigest(String text) {
        MessageDigest whole = digest();
        whole.update(text.getBytes(StandardCharsets.UTF_8));
        return hex(whole);
    }

    /** For a text that comes bit by bit. */
    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(digest, BOUNCY_CASTLE);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Bouncy Castle has " + digest, impossible);
        }
    }

    /** What is signed of a text. */
    public static byte[] hex(MessageDigest whole) {
        return HexFormat.of().formatHex(whole.digest()).getBytes(StandardCharsets.US_ASCII);
    }
}
