package io.sluice.edge.signature.interop;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.util.List;

/** The npm client http-message-sig, with the two algorithms it brings itself. */
class HttpMessageSigTest extends NodeClientContract {

    @Override
    String client() {
        return "http-message-sig";
    }

    @Override
    List<SignatureAlgorithm> algorithms() {
        return List.of(SignatureAlgorithm.ED25519, SignatureAlgorithm.RSA_PSS_SHA512);
    }
}
