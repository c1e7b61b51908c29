package io.sluice.sandbox.simulators.wechat.keys;

import io.sluice.sandbox.simulators.keys.Nonces;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what a merchant alone may read: AES-256-GCM with the merchant's APIv3 key and a 128-bit tag. */
public final class ResourceCipher {
    public static final String ALGORITHM = "AEAD_AES_256_GCM";

    /** An encrypted text: base64 of ciphertext and tag, with what is needed to open it. */
    public record Sealed(String algorithm, String ciphertext, String associatedData, String nonce) {}

    private final SecretKeySpec key;

    public ResourceCipher(String apiV3Key) {
        this.key = new SecretKeySpec(apiV3Key.getBytes(StandardCharsets.UTF_8), "AES");
    }

    public Sealed seal(String text, String associatedData) {
        String nonce = Nonces.next(12);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.US_ASCII)));
            cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return new Sealed(ALGORITHM, Base64.getEncoder().encodeToString(sealed), associatedData, nonce);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES/GCM", impossible);
        }
    }
}
