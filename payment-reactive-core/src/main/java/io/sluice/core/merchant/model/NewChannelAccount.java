package io.sluice.core.merchant.model;

import java.util.Map;

/**
 * A channel account to be opened.
 *
 * @param fields by the names that the channel asks for
 * @param preference lower is tried first
 */
public record NewChannelAccount(String channel, Map<String, String> fields, int preference) {

    @Override
    public String toString() {
        return "NewChannelAccount[" + channel + ", " + fields.keySet() + "]";
    }
}
