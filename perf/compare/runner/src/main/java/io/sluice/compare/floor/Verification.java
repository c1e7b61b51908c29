package io.sluice.compare.floor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;

/**
 * One RSA-2048 verification with what Sluice verifies with, always of the same text: the text makes no difference to it.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Verification(PublicKey key, byte[] text, byte[] signature) {
    private static final String ALGORITHM = "SHA256withRSA";
    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final int TEXT_LENGTH = 400;

    static Verification ofSomething() throws GeneralSecurityException {
        installFastCrypto();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        byte[] text = "s".repeat(TEXT_LENGTH).getBytes(StandardCharsets.US_ASCII);
        Signature signer = Signature.getInstance(ALGORITHM);
        signer.initSign(pair.getPrivate());
        signer.update(text);
        return new Verification(pair.getPublic(), text, signer.sign());
    }

    void run() {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(text);
            if (!verifier.verify(signature)) {
                throw new IllegalStateException("a signature that was made here does not verify");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As in Sluice the JDK's does where the native library does not load. */
    private static void installFastCrypto() {
        try {
            Class.forName(PROVIDER).getMethod("install").invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            System.err.println("verifying with the JDK's own provider: " + e);
        }
    }
}
