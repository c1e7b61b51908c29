package io.sluice.sandbox.run;

import io.sluice.core.secret.Vault;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The files the apps need before they start: the vault's keyset and the operators' tokens. */
final class Keys {
    private static final int TOKEN_BYTES = 32;

    private Keys() {}

    static void makeMissing(Place place) {
        if (!Files.exists(place.vaultKeyset())) {
            Vault.createKeyset(place.vaultKeyset());
        }
        String first = token(place.managementToken());
        String second = token(place.secondToken());
        PrivateFiles.write(place.operatorTokens(), "default:" + first + "\nsecond:" + second + "\n");
    }

    private static String token(Path file) {
        if (!Files.exists(file)) {
            byte[] token = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(token);
            PrivateFiles.write(file, HexFormat.of().formatHex(token));
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
