package io.sluice.edge.signature.model;

/** A merchant's registered key, bound to one algorithm. Implementations are immutable and safe for any thread. */
public interface VerificationKey {

    SignatureAlgorithm algorithm();

    /** Whether the signature is this key's over the message; false, never an exception, for bytes that are none. */
    boolean verifies(byte[] message, byte[] signature);
}
