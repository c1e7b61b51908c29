package io.sluice.sandbox.cli;

import io.sluice.edge.signature.key.GeneratedKey;
import io.sluice.edge.signature.key.KeyGeneration;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Registers and revokes merchants' keys. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Registers and revokes a merchant's keys.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MerchantKeyCommand.Add.class, MerchantKeyCommand.Revoke.class})
final class MerchantKeyCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    @Command(
            name = "add",
            description =
                    "Registers a key: the public key in a file, or a new pair whose private half is shown this once.")
    static final class Add extends OperatorCall {
        @Parameters(paramLabel = "MERCHANT", description = "mer_…")
        private String merchant = "";

        @Option(
                names = "--algorithm",
                defaultValue = "ed25519",
                description = "ed25519, ecdsa-p256-sha256, rsa-pss-sha512, rsa-v1_5-sha256, hmac-sha256 or sm2-sm3"
                        + " (default: ${DEFAULT-VALUE})")
        private String algorithm = "";

        @Option(names = "--public-key", paramLabel = "FILE", description = "PEM; without it, a new pair is made")
        private @Nullable Path publicKey;

        @Option(names = "--key-id", paramLabel = "ID", description = "as requests will name it (default: a new one)")
        private @Nullable String keyId;

        @Override
        JsonNode call(Management management) {
            SignatureAlgorithm kind = SignatureAlgorithm.named(algorithm)
                    .orElseThrow(() -> new SandboxException(
                            "there is no algorithm '" + algorithm + "': ./sluice merchant key add --help lists them"));
            var key = Json.object().put("algorithm", algorithm);
            if (keyId != null) {
                key.put("key_id", keyId);
            }
            String made = addMaterial(key, kind);
            var answer = (ObjectNode) management.post(MERCHANTS + "/" + merchant + "/keys", key);
            return made.isEmpty() ? answer : answer.put("private_key", made);
        }

        /** The private half, when a pair was made here. A shared secret is made by the edge. */
        private String addMaterial(ObjectNode key, SignatureAlgorithm kind) {
            if (publicKey != null) {
                key.put("public_key", read(publicKey));
                return "";
            }
            if (kind == SignatureAlgorithm.HMAC_SHA256) {
                return "";
            }
            GeneratedKey pair = KeyGeneration.generate(kind);
            key.put("public_key", pair.verificationText());
            return pair.signingText();
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new SandboxException("the file " + file + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    @Command(name = "revoke", description = "Ends a key for good.")
    static final class Revoke extends OperatorCall {
        @Parameters(index = "0", paramLabel = "MERCHANT", description = "mer_…")
        private String merchant = "";

        @Parameters(index = "1", paramLabel = "KEY", description = "the key's id")
        private String key = "";

        @Override
        JsonNode call(Management management) {
            return management.post(MERCHANTS + "/" + merchant + "/keys/" + key + "/revoke", null);
        }
    }
}
