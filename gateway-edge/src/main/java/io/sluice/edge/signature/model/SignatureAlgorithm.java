package io.sluice.edge.signature.model;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The algorithms a key can be registered for. All but the last are named in RFC 9421, section 6.2; {@code sm2-sm3} is
 * ours: SM2 with SM3 and the user id 1234567812345678, the signature being r and s, 32 bytes each, as for ECDSA.
 */
public enum SignatureAlgorithm {
    ED25519("ed25519"),
    ECDSA_P256_SHA256("ecdsa-p256-sha256"),
    RSA_PSS_SHA512("rsa-pss-sha512"),
    RSA_V1_5_SHA256("rsa-v1_5-sha256"),
    HMAC_SHA256("hmac-sha256"),
    SM2_SM3("sm2-sm3");

    private final String wireName;

    SignatureAlgorithm(String wireName) {
        this.wireName = wireName;
    }

    /** The name in an {@code alg} parameter and in our API. */
    public String wireName() {
        return wireName;
    }

    public static Optional<SignatureAlgorithm> named(String wireName) {
        return Stream.of(values())
                .filter(algorithm -> algorithm.wireName.equals(wireName))
                .findFirst();
    }
}
