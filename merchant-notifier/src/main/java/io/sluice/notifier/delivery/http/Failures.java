package io.sluice.notifier.delivery.http;

import io.netty.handler.timeout.ReadTimeoutException;
import io.sluice.notifier.address.model.RefusedTargetException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.PrematureCloseException;

/** Says to a merchant what went wrong. Names no address, for the merchant might not be meant to learn what a name resolves to. */
final class Failures {

    private Failures() {}

    static String describe(Throwable error, Duration timeout) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            String known = known(cause, timeout);
            if (known != null) {
                return known;
            }
        }
        return "the request failed (" + error.getClass().getSimpleName() + ")";
    }

    private static @Nullable String known(Throwable cause, Duration timeout) {
        return switch (cause) {
            case RefusedTargetException refused -> refused.getMessage();
            case TimeoutException _, ReadTimeoutException _ -> "no answer within " + timeout.toMillis() + " ms";
            case UnknownHostException _ -> "the host's name could not be resolved";
            case ConnectException _ -> "no connection could be made";
            case SSLException _ ->
                "no TLS session could be made: the certificate, its host name or the protocol was not accepted";
            case PrematureCloseException _ -> "the connection was closed before an answer came";
            default -> null;
        };
    }
}
