package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.io.IOException;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** An SM2 private key. */
record Sm2SigningKey(AsymmetricKeyParameter key) implements SigningKey {

    static Sm2SigningKey of(byte[] pkcs8) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8);
            Sm2.requireCurve(info.getPrivateKeyAlgorithm());
            return new Sm2SigningKey(PrivateKeyFactory.createKey(info));
        } catch (UnusableKeyException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle's parsers answer malformed input with many kinds of unchecked exceptions.
            throw new UnusableKeyException("The key is no PKCS #8 of an SM2 key.", e);
        }
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.SM2_SM3;
    }

    @Override
    public byte[] sign(byte[] message) {
        SM2Signer context = Sm2.newContext(true, key);
        context.update(message, 0, message.length);
        try {
            return context.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 could not sign", e);
        }
    }
}
