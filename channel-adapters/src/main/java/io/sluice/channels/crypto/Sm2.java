package io.sluice.channels.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;

/** SM2 with SM3 on the recommended curve, with the usual user id, r and s in DER (GB/T 32918, GB/T 35276). */
final class Sm2 {

    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private Sm2() {}

    /** A new context; contexts are not safe to be shared between threads. */
    static SM2Signer context(boolean forSigning, CipherParameters key) {
        var context = new SM2Signer();
        context.init(forSigning, new ParametersWithID(key, USER_ID));
        return context;
    }

    /** @throws IllegalArgumentException when the key is of another curve */
    static void requireCurve(AlgorithmIdentifier algorithm) {
        if (!GMObjectIdentifiers.sm2p256v1.equals(algorithm.getParameters())) {
            throw new IllegalArgumentException("must hold a key on the curve sm2p256v1 (1.2.156.10197.1.301)");
        }
    }
}
