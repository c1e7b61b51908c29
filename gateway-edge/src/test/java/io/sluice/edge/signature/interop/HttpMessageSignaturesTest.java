package io.sluice.edge.signature.interop;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.util.List;

/** The npm client http-message-signatures, which knows all algorithms of the RFC that we do. */
class HttpMessageSignaturesTest extends NodeClientContract {

    @Override
    String client() {
        return "http-message-signatures";
    }

    @Override
    List<SignatureAlgorithm> algorithms() {
        return List.of(
                SignatureAlgorithm.ED25519,
                SignatureAlgorithm.ECDSA_P256_SHA256,
                SignatureAlgorithm.RSA_PSS_SHA512,
                SignatureAlgorithm.RSA_V1_5_SHA256,
                SignatureAlgorithm.HMAC_SHA256);
    }
}
