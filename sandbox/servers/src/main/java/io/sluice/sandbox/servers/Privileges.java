package io.sluice.sandbox.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. As root it therefore runs in a user namespace of its own, where it is nobody but
 * still owns its files; where namespaces are forbidden (containers), under the identity of nobody.
 */
enum Privileges {
    KEPT(""),
    GIVEN_UP_BY_NAMESPACE("unshare -U"),
    GIVEN_UP_BY_IDENTITY("setpriv --reuid=65534 --regid=65534 --clear-groups --");

    private static final Privileges HERE = choose();

    private final String prefix;

    Privileges(String prefix) {
        this.prefix = prefix;
    }

    /** What stands before a command that must not run as root. */
    static List<String> prefix() {
        return HERE.prefix.isEmpty() ? List.of() : List.of(HERE.prefix.split(" "));
    }

    static boolean givenUpByIdentity() {
        return HERE == GIVEN_UP_BY_IDENTITY;
    }

    /** Gives a folder to whoever the server will be. */
    static void handOver(Path folder) throws IOException {
        if (givenUpByIdentity()) {
            Tool.run(List.of("chown", "-R", "65534:65534", folder.toString()));
        }
    }

    private static Privileges choose() {
        if (!System.getProperty("user.name", "").equals("root")) {
            return KEPT;
        }
        return Tool.succeeds(List.of("unshare", "-U", "true")) ? GIVEN_UP_BY_NAMESPACE : GIVEN_UP_BY_IDENTITY;
    }
}
