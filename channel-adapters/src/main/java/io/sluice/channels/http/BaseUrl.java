package io.sluice.channels.http;

import io.sluice.channels.http.net.Origin;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a channel is.
 *
 * @param prefix stands before every target, and ends without a slash
 */
record BaseUrl(Origin origin, String prefix) {

    private static final Pattern FORM =
            Pattern.compile("(?i)(https?)://(\\[[^]/?#@]+]|[^:/?#@\\[\\]]+)(?::(\\d{1,5}))?(/[^?#]*)?");

    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException when it is not scheme, host, perhaps a port and perhaps a path */
    static BaseUrl of(String url) {
        Matcher form = FORM.matcher(url);
        if (!form.matches()) {
            throw new IllegalArgumentException("a base URL has a scheme, a host, perhaps a port and perhaps a path");
        }
        boolean secure = "https".equals(form.group(1).toLowerCase(Locale.ROOT));
        String host = form.group(2).replaceAll("[\\[\\]]", "");
        int port = form.group(3) == null ? Origin.defaultPort(secure) : Integer.parseInt(form.group(3));
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("a port is a number from 1 to " + LAST_PORT);
        }
        String path = form.group(4) == null ? "" : form.group(4);
        return new BaseUrl(
                new Origin(secure, host, port), path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /**
     * A request's path and query.
     *
     * @throws IllegalArgumentException when the target does not begin with a slash
     */
    String with(String target) {
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException("a target begins with a slash");
        }
        int fragment = target.indexOf('#');
        return prefix + (fragment < 0 ? target : target.substring(0, fragment));
    }
}
