package io.sluice.channels.model;

/** A public key of the channel. */
public interface PlatformKey {

    /** Whether the base64 text is this key's SHA256withRSA signature of the message; anything malformed is not. */
    boolean verifies(byte[] message, String signatureBase64);
}
