package io.sluice.channels.unionpay;

import io.sluice.channels.crypto.MerchantKey;
import io.sluice.channels.crypto.Sm2Key;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
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
        var whole = text();
        whole.add(text);
        return whole.signed();
    }

    /** A text that is signed, told bit by bit. */
    Text text() {
        return new Text(this == RSA ? new SHA256Digest() : new SM3Digest());
    }

    /** As much of a text as was told, of which only the digest is kept. */
    record Text(ExtendedDigest digest) {

        void add(String text) {
            add(text.getBytes(StandardCharsets.UTF_8));
        }

        void add(byte[] bytes) {
            digest.update(bytes, 0, bytes.length);
        }

        /** Ends the text. */
        byte[] signed() {
            byte[] bytes = new byte[digest.getDigestSize()];
            digest.doFinal(bytes, 0);
            return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
        }
    }
}
