package io.sluice.compare.contestant;

import io.sluice.edge.signature.key.GeneratedKey;
import io.sluice.edge.signature.key.KeyGeneration;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one merchant's RSA-2048 key, which all contestants know.
 *
 * @param publicKey the file with its public half, PEM
 */
public record MerchantKeys(String keyId, GeneratedKey key, Path publicKey) {
    /** Makes a new one; the public half is kept in the folder. */
    public static MerchantKeys generate(Path folder) {
        GeneratedKey key = KeyGeneration.generate(SignatureAlgorithm.RSA_V1_5_SHA256);
        try {
            Path file = Files.writeString(folder.resolve("merchant.pem"), key.verificationText());
            return new MerchantKeys("compare", key, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
