package io.sluice.edge.signature;

import io.sluice.edge.signature.key.GeneratedKey;
import io.sluice.edge.signature.key.KeyGeneration;
import io.sluice.edge.signature.key.SigningKey;
import io.sluice.edge.signature.key.SigningKeys;
import io.sluice.edge.signature.key.VerificationKeys;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.VerificationKey;
import java.util.EnumMap;
import java.util.Map;

/** One new key an algorithm, made once a run. */
public final class TestKeys {

    private static final Map<SignatureAlgorithm, GeneratedKey> KEYS = new EnumMap<>(SignatureAlgorithm.class);

    private TestKeys() {}

    public static synchronized GeneratedKey text(SignatureAlgorithm algorithm) {
        return KEYS.computeIfAbsent(algorithm, KeyGeneration::generate);
    }

    public static SigningKey signing(SignatureAlgorithm algorithm) {
        return SigningKeys.parse(algorithm, text(algorithm).signingText());
    }

    public static VerificationKey verification(SignatureAlgorithm algorithm) {
        return VerificationKeys.parse(algorithm, text(algorithm).verificationText());
    }
}
