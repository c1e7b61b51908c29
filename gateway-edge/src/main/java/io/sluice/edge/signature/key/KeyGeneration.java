package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** Makes new keys for the command line and the demo merchant. */
public final class KeyGeneration {

    private static final int SECRET_BYTES = 32;

    private KeyGeneration() {}

    public static GeneratedKey generate(SignatureAlgorithm algorithm) {
        try {
            return switch (algorithm) {
                case ED25519 -> jca(algorithm, NamedParameterSpec.ED25519);
                case ECDSA_P256_SHA256 -> jca(algorithm, new ECGenParameterSpec("secp256r1"));
                case RSA_PSS_SHA512, RSA_V1_5_SHA256 ->
                    jca(algorithm, new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
                case HMAC_SHA256 -> secret();
                case SM2_SM3 -> sm2();
            };
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This platform cannot make a key for " + algorithm.wireName(), e);
        }
    }

    private static GeneratedKey jca(SignatureAlgorithm algorithm, AlgorithmParameterSpec kind)
            throws GeneralSecurityException {
        KeyPairGenerator generator =
                KeyPairGenerator.getInstance(JcaAlgorithm.of(algorithm).keyFactory());
        generator.initialize(kind);
        KeyPair pair = generator.generateKeyPair();
        return pem(algorithm, pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
    }

    private static GeneratedKey sm2() throws IOException {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(Sm2.curve(), new SecureRandom()));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return pem(
                SignatureAlgorithm.SM2_SM3,
                PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate()).getEncoded(),
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                        .getEncoded());
    }

    private static GeneratedKey secret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String text = Base64.getEncoder().encodeToString(secret);
        return new GeneratedKey(SignatureAlgorithm.HMAC_SHA256, text, text);
    }

    private static GeneratedKey pem(SignatureAlgorithm algorithm, byte[] pkcs8, byte[] subjectPublicKeyInfo) {
        return new GeneratedKey(
                algorithm, KeyText.pem("PRIVATE KEY", pkcs8), KeyText.pem("PUBLIC KEY", subjectPublicKeyInfo));
    }
}
