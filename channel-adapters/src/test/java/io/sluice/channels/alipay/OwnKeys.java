package io.sluice.channels.alipay;

import io.sluice.channels.crypto.MerchantKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** An RSA key pair in the form in which Alipay's tools write it: bare base64. */
record OwnKeys(String privateKey, String publicKey) {
    static final OwnKeys OF_THE_APP = made();
    static final OwnKeys OF_ALIPAY = made();

    MerchantKey signing() {
        return MerchantKey.ofPemOrBase64(privateKey);
    }

    private static OwnKeys made() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return new OwnKeys(
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
