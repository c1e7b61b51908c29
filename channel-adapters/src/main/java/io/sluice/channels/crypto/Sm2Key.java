package io.sluice.channels.crypto;

import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** The SM2 key with which a merchant signs. */
public final class Sm2Key {

    private final AsymmetricKeyParameter key;

    private Sm2Key(AsymmetricKeyParameter key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException when it is not an SM2 key in unencrypted PKCS#8 PEM; the message shows no part of it */
    public static Sm2Key ofPem(String pem) {
        try (var reader = new PemReader(new StringReader(pem))) {
            PemObject object = reader.readPemObject();
            if (object == null || !object.getType().equals("PRIVATE KEY")) {
                throw new IllegalArgumentException("must be PKCS#8 PEM that begins with -----BEGIN PRIVATE KEY-----");
            }
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(object.getContent());
            Sm2.requireCurve(info.getPrivateKeyAlgorithm());
            return new Sm2Key(PrivateKeyFactory.createKey(info));
        } catch (IOException | RuntimeException unreadable) {
            // Without the cause: it might quote the key.
            throw new IllegalArgumentException("must hold an SM2 private key, PKCS#8 in PEM, on the curve sm2p256v1");
        }
    }

    /** In base64. A millisecond or two of computing. */
    public String sign(byte[] message) {
        SM2Signer context = Sm2.context(true, key);
        context.update(message, 0, message.length);
        try {
            return Base64.getEncoder().encodeToString(context.generateSignature());
        } catch (CryptoException impossible) {
            throw new IllegalStateException("an SM2 key that was read before does not sign", impossible);
        }
    }
}
