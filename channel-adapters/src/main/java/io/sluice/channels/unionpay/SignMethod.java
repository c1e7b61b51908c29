package io.sluice.channels.unionpay;

import io.sluice.channels.crypto.MerchantKey;
import io.sluice.channels.crypto.Sm2Key;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;

/** How a message is signed: not its text but the hexadecimal digest of that, which is digested once more in signing. */
enum SignMethod {
    /** RSA with SHA-256. */
    RSA("01"),
    /** SM2 with SM3. */
    SM2("21");

    private final String code;

    SignMethod(String code) {
        this.code = code;
    }

    /** Signs bytes, in base64. */
    @FunctionalInterface
    interface Key {
        String sign(byte[] message);
    }

    static Optional<SignMethod> of(String code) {
        return code.equals(RSA.code) ? Optional.of(RSA) : code.equals(SM2.code) ? Optional.of(SM2) : Optional.empty();
    }

    /** The field {@code signMethod}. */
    String code() {
        return code;
    }

    /** @throws IllegalArgumentException when the text is no such key in PKCS#8 PEM */
    Key key(String pem) {
        return switch (this) {
            case RSA -> MerchantKey.ofPem(pem)::sign;
            case SM2 -> Sm2Key.ofPem(pem)::sign;
        };
    }

    /** What is signed of a text: its digest in lower-case hexadecimal. */
    byte[] signed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(this == RSA ? sha256(bytes) : sm3(bytes));
        return hex.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static byte[] sm3(byte[] bytes) {
        var sm3 = new SM3Digest();
        sm3.update(bytes, 0, bytes.length);
        byte[] digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return digest;
    }
}
