package io.sluice.core.merchant;

import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import io.sluice.core.channel.ChannelProvider.AccountField;
import io.sluice.core.merchant.model.InvalidFieldException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The installed channels and what their accounts must be configured with. */
public final class ChannelCatalog {

    private final List<ChannelProvider> providers;
    private final ChannelEnvironment environment;

    public ChannelCatalog(List<ChannelProvider> providers, ChannelEnvironment environment) {
        this.providers = List.copyOf(providers);
        this.environment = environment;
    }

    /** The names of the channel's fields that are secret. */
    public Set<String> secretFields(String channel) {
        return provider(channel).accountFields().stream()
                .filter(AccountField::secret)
                .map(AccountField::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Opens the account once, so that a key that cannot work is refused here and not at the first payment. Parses keys:
     * not for an event loop.
     *
     * @throws InvalidFieldException when the channel is not installed, a field is unknown or missing, or a value wrong
     */
    public void requireUsable(AccountConfiguration account) {
        ChannelProvider provider = provider(account.channel());
        requireKnown(provider, account.fields());
        requireComplete(provider, account.fields());
        try {
            provider.open(account, environment);
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException("fields", String.valueOf(e.getMessage()));
        }
    }

    private ChannelProvider provider(String channel) {
        return providers.stream()
                .filter(provider -> provider.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new InvalidFieldException(
                        "channel", "there is no channel '" + channel + "'; installed are " + channels()));
    }

    private List<String> channels() {
        return providers.stream().map(ChannelProvider::channel).sorted().toList();
    }

    private static void requireKnown(ChannelProvider provider, Map<String, String> fields) {
        List<String> known =
                provider.accountFields().stream().map(AccountField::name).toList();
        fields.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidFieldException(
                            "fields." + name, "channel " + provider.channel() + " has no such field; it has " + known);
                });
    }

    private static void requireComplete(ChannelProvider provider, Map<String, String> fields) {
        provider.accountFields().stream()
                .filter(AccountField::required)
                .filter(field -> fields.getOrDefault(field.name(), "").isBlank())
                .findFirst()
                .ifPresent(field -> {
                    throw new InvalidFieldException("fields." + field.name(), "is required: " + field.description());
                });
    }
}
