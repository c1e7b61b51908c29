package io.sluice.callback.intake;

import io.sluice.callback.intake.model.CallbackRecord;
import reactor.core.publisher.Mono;

/** Every callback that ever came for an account of ours, and what was made of it. */
public interface CallbackRecords {

    /**
     * Keeps one arrival; completes after the commit.
     *
     * <p>Fails with {@link io.sluice.core.gather.StoreUnavailableException} when nothing was written and with
     * {@link io.sluice.core.gather.WriteInDoubtException} when that is not known.
     */
    Mono<Void> add(CallbackRecord arrival);
}
