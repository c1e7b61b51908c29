package io.sluice.sandbox.client;

import java.util.Map;

/**
 * A request ready to be sent.
 *
 * @param target path and query
 * @param headers in the order in which they are best read, without Host
 * @param body empty when there is none
 * @param signatureBase what was signed
 */
public record SignedRequest(
        String method, String origin, String target, Map<String, String> headers, String body, String signatureBase) {

    /** The curl command that sends it, for a shell. */
    public String curl() {
        var command = new StringBuilder("curl -sSNi -X ").append(method);
        headers.forEach((name, value) -> command.append(" \\\n  -H ").append(quoted(name + ": " + value)));
        if (!body.isEmpty()) {
            command.append(" \\\n  --data-binary ").append(quoted(body));
        }
        return command.append(" \\\n  ").append(quoted(origin + target)).toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
