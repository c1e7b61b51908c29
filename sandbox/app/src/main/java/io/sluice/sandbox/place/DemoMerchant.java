package io.sluice.sandbox.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The demo merchant as it knows itself, keys and secrets included.
 *
 * @param channelAccounts its first account at each channel
 */
public record DemoMerchant(
        String merchantId,
        String keyId,
        String privateKeyPem,
        Map<String, String> channelAccounts,
        String webhookEndpointId,
        String webhookSecret) {

    /** @throws SandboxException when an earlier version wrote it, which kept one account only */
    public DemoMerchant {
        if (channelAccounts == null) {
            throw new SandboxException("an earlier version made this sandbox: ./sluice up --fresh begins anew");
        }
        channelAccounts = Map.copyOf(channelAccounts);
    }

    /** Its account at the channel, the first where there are several. */
    public Optional<String> accountAt(Simulator channel) {
        return Optional.ofNullable(channelAccounts.get(channel.channel()));
    }

    public DemoMerchant withAccountAt(Simulator channel, String account) {
        Map<String, String> accounts = new HashMap<>(channelAccounts);
        accounts.put(channel.channel(), account);
        return new DemoMerchant(merchantId, keyId, privateKeyPem, accounts, webhookEndpointId, webhookSecret);
    }

    /** Read again at each call; empty before the first start has come that far. */
    public static Optional<DemoMerchant> of(Place place) {
        Path file = place.demoMerchant();
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readString(file), DemoMerchant.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws SandboxException when there is none yet */
    public static DemoMerchant required(Place place) {
        return of(place)
                .orElseThrow(
                        () -> new SandboxException("the demo merchant is not there yet: wait for ./sluice up, or see "
                                + Place.shown(place.sandboxLog())));
    }

    /** Keeps it where only the owner reads it, and the private key once more by itself, for curl and openssl. */
    public void keep(Place place) {
        PrivateFiles.write(place.demoMerchant(), Json.pretty(this));
        PrivateFiles.write(place.demoKey(), privateKeyPem);
    }

    @Override
    public String toString() {
        return "DemoMerchant[" + merchantId + "]";
    }
}
