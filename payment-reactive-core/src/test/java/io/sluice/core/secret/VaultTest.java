package io.sluice.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final String ROW = "channel_account:cha_0190b3e0";

    @TempDir
    private Path folder;

    private Path keyset;

    @BeforeEach
    void createKeyset() {
        keyset = folder.resolve("vault/keyset.json");
        Vault.createKeyset(keyset);
    }

    @Test
    void opensWhatItSealedEvenAfterARestart() {
        byte[] sealed = Vault.open(keyset).seal("私钥 secret", ROW);

        assertThat(Vault.open(keyset).open(sealed, ROW)).isEqualTo("私钥 secret");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        Vault vault = Vault.open(keyset);
        assertThat(vault.seal("secret", ROW)).isNotEqualTo(vault.seal("secret", ROW));
    }

    @Test
    void refusesAValueThatWasAltered() {
        Vault vault = Vault.open(keyset);
        byte[] sealed = vault.seal("secret", ROW);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> vault.open(altered, ROW)).isInstanceOf(VaultException.class);
        }
    }

    @Test
    void refusesAValueThatWasMovedToAnotherRow() {
        Vault vault = Vault.open(keyset);
        byte[] sealed = vault.seal("secret", ROW);
        assertThatThrownBy(() -> vault.open(sealed, ROW + "1"))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining(ROW + "1")
                .hasMessageNotContaining("secret ");
    }

    @Test
    void anEnvelopeHasAKeyOfItsOwnAndOpensAfterARotation() {
        byte[] enveloped = Vault.open(keyset).envelop("secret", ROW);
        assertThat(enveloped).isNotEqualTo(Vault.open(keyset).envelop("secret", ROW));

        Vault.rotate(keyset);
        assertThat(Vault.open(keyset).unfold(enveloped, ROW)).isEqualTo("secret");
        assertThatThrownBy(() -> Vault.open(keyset).unfold(enveloped, ROW + "1"))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining(ROW + "1");
        Path another = folder.resolve("another.json");
        Vault.createKeyset(another);
        assertThatThrownBy(() -> Vault.open(another).unfold(enveloped, ROW)).isInstanceOf(VaultException.class);
    }

    @Test
    void rotationSealsWithTheNewKeyAndStillOpensTheOld() {
        Vault before = Vault.open(keyset);
        byte[] old = before.seal("old", ROW);

        Vault.rotate(keyset);
        Vault after = Vault.open(keyset);
        byte[] fresh = after.seal("fresh", ROW);

        assertThat(after.open(old, ROW)).isEqualTo("old");
        assertThat(after.open(fresh, ROW)).isEqualTo("fresh");
        assertThatThrownBy(() -> before.open(fresh, ROW)).isInstanceOf(VaultException.class);
    }

    @Test
    void keepsTheKeysetToItsOwner() throws IOException {
        Vault.rotate(keyset);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyset)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAKeysetThatOthersMayRead() throws IOException {
        Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Vault.open(keyset))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600 " + keyset);
    }

    @Test
    void neverOverwritesAKeyset() throws IOException {
        String before = Files.readString(keyset);
        assertThatThrownBy(() -> Vault.createKeyset(keyset)).hasMessageContaining("exists already");
        assertThat(Files.readString(keyset)).isEqualTo(before);
    }

    @Test
    void saysWhatIsMissingOrUnreadable() throws IOException {
        assertThatThrownBy(() -> Vault.open(folder.resolve("none"))).hasMessageContaining("there is no file");
        Files.writeString(keyset, "{}");
        assertThatThrownBy(() -> Vault.open(keyset)).hasMessageContaining("not a keyset");
    }
}
