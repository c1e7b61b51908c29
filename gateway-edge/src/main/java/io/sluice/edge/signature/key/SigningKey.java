package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;

/** A private key or shared secret, bound to one algorithm. Implementations are immutable and safe for any thread. */
public interface SigningKey {

    SignatureAlgorithm algorithm();

    /** The signature over the message, in the form that RFC 9421 puts on the wire. */
    byte[] sign(byte[] message);
}
