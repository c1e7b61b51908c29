package io.sluice.channels.wechat.crypto;

/** A document that the channel sealed for one merchant: base64 of ciphertext and tag, and what is needed to open it. */
public record SealedDocument(String algorithm, String nonce, String associatedData, String ciphertext) {}
