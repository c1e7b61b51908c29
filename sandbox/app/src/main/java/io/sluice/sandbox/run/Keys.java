package io.sluice.sandbox.run;

import io.sluice.core.secret.Vault;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.PrivateFiles;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The files the apps need before they start: the vault's keyset and the operators' token. */
final class Keys {
    private static final int TOKEN_BYTES = 32;

    private Keys() {}

    static void makeMissing(Place place) {
        if (!Files.exists(place.vaultKeyset())) {
            Vault.createKeyset(place.vaultKeyset());
        }
        if (!Files.exists(place.managementToken())) {
            byte[] token = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(token);
            PrivateFiles.write(place.managementToken(), HexFormat.of().formatHex(token));
        }
    }
}
