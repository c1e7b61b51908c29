package io.sluice.sandbox.story;

import io.sluice.sandbox.books.AttemptView;
import io.sluice.sandbox.client.ServerSentEvent;
import io.sluice.sandbox.client.SignedRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Told of a payment as it happens, in this order. */
public interface PaymentWatcher {

    void sends(SignedRequest request);

    void answered(HttpResponse<String> response);

    /** @param since since the request was sent */
    void happened(ServerSentEvent event, Duration since);

    /**
     * An attempt moved, or its channel was asked about it.
     *
     * @param before null when it is seen for the first time
     */
    default void moved(@Nullable AttemptView before, AttemptView now, Duration since) {}

    /** Something is waited for that takes a moment. */
    void waits(String what);

    /** For those who want the end only. */
    PaymentWatcher SILENT = new PaymentWatcher() {
        @Override
        public void sends(SignedRequest request) {}

        @Override
        public void answered(HttpResponse<String> response) {}

        @Override
        public void happened(ServerSentEvent event, Duration since) {}

        @Override
        public void waits(String what) {}
    };
}
