package io.sluice.edge.signature.key;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** What {@code sm2-sm3} fixes: the recommended curve, the usual user id, and r and s in 32 bytes each (GB/T 32918). */
final class Sm2 {

    static final int SIGNATURE_BYTES = 64;

    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private Sm2() {}

    static ECNamedDomainParameters curve() {
        return new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByName("sm2p256v1"));
    }

    static void requireCurve(AlgorithmIdentifier algorithm) {
        if (!GMObjectIdentifiers.sm2p256v1.equals(algorithm.getParameters())) {
            throw new UnusableKeyException(
                    "The key is not on the curve sm2p256v1 (1.2.156.10197.1.301), as sm2-sm3 needs.");
        }
    }

    /** A new context; contexts are not safe to be shared between threads. */
    static SM2Signer newContext(boolean forSigning, CipherParameters key) {
        SM2Signer context = new SM2Signer(PlainDSAEncoding.INSTANCE);
        context.init(forSigning, new ParametersWithID(key, USER_ID));
        return context;
    }
}
