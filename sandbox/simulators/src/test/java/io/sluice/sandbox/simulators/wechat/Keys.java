package io.sluice.sandbox.simulators.wechat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the keys once for all tests of a JVM: RSA keys are slow to make. */
final class Keys {
    private static @Nullable Path made;

    private Keys() {}

    static synchronized void copyTo(Path folder) throws IOException {
        if (made == null) {
            made = Files.createTempDirectory("wechat-keys");
            var merchants = List.of(SimulatorConfig.DEMO_MERCHANT, SimulatorFixture.OTHER_MERCHANT);
            WeChatSimulator.start(SimulatorConfig.in(made).withOwnMerchants(merchants))
                    .close();
        }
        Path keys = Files.createDirectories(folder.resolve("keys"));
        try (var files = Files.list(made.resolve("keys"))) {
            for (Path file : files.toList()) {
                Files.copy(file, keys.resolve(file.getFileName()));
            }
        }
    }
}
