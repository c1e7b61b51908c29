package io.sluice.channels.wechat.model;

import io.sluice.channels.model.PlatformKey;
import org.jspecify.annotations.Nullable;

/** The channel's keys that are valid now; several are at once while the channel changes from one to the next. */
@FunctionalInterface
public interface PlatformKeys {

    /** The key of a certificate's serial number, or null when no valid one has it. */
    @Nullable PlatformKey key(String serial);
}
