package io.sluice.notifier.address.model;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where webhooks may go.
 *
 * @param allowPrivate for sandboxes: plain HTTP, and addresses that are not public
 */
public record TargetPolicy(boolean allowPrivate) {

    private static final int HIGHEST_PORT = 65_535;

    /** @throws RefusedTargetException saying what is wrong with the URL and what would be right */
    public URI check(String url) {
        URI uri = parse(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(allowPrivate && scheme.equals("http"))) {
            throw new RefusedTargetException("the endpoint's URL must begin with https://");
        }
        if (uri.getHost() == null || uri.getPort() > HIGHEST_PORT) {
            throw new RefusedTargetException("the endpoint's URL must name a host and, if any, a port up to 65535");
        }
        if (uri.getRawUserInfo() != null) {
            throw new RefusedTargetException("the endpoint's URL must not contain a user name or password");
        }
        return uri;
    }

    public boolean allows(InetAddress address) {
        return allowPrivate || PublicAddressPolicy.isPublic(address);
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw new RefusedTargetException("the endpoint's URL is not a URL: " + malformed.getReason());
        }
    }
}
