package io.sluice.channels.wechat.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key that the merchant and the channel share: it opens what the channel seals for the merchant. */
public final class ApiV3Key {

    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final String ALGORITHM = "AEAD_AES_256_GCM";

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when it has not 32 bytes; the message does not show it */
    public ApiV3Key(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("must have 32 bytes, not " + bytes.length);
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /**
     * Opens a sealed document; that it opens proves that it was sealed with this key.
     *
     * @throws GeneralSecurityException when it does not open
     */
    public byte[] open(SealedDocument sealed) throws GeneralSecurityException {
        if (!sealed.algorithm().equals(ALGORITHM)) {
            throw new GeneralSecurityException("the algorithm must be " + ALGORITHM);
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = sealed.nonce().getBytes(StandardCharsets.UTF_8);
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(sealed.associatedData().getBytes(StandardCharsets.UTF_8));
        try {
            return cipher.doFinal(Base64.getDecoder().decode(sealed.ciphertext()));
        } catch (IllegalArgumentException noBase64) {
            throw new GeneralSecurityException("the ciphertext must be base64", noBase64);
        }
    }
}
