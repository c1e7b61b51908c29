package io.sluice.core.channel;

import java.util.List;

/**
 * How a channel joins the gateway: found with {@link java.util.ServiceLoader}, so that the core never names an adapter.
 */
public interface ChannelProvider {

    /** The channel's name, such as {@code wechat}. */
    String channel();

    /** The methods this channel can offer at all, such as {@code wechat_native}. */
    List<String> methods();

    /** What an account must be configured with. */
    List<AccountField> accountFields();

    /** Whether its accounts agree with their host on each day: see {@link SettlesBatches}. */
    default boolean settlesBatches() {
        return false;
    }

    /**
     * Opens an account. Cheap enough to be called again whenever the configuration changes; does not block.
     *
     * @throws IllegalArgumentException naming the field that is wrong and what would be right
     */
    Channel open(AccountConfiguration account, ChannelEnvironment environment);

    /** A field of the configuration; secret ones are sealed at rest and never readable again. */
    record AccountField(String name, boolean secret, boolean required, String description) {}
}
