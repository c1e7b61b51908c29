package io.sluice.compare.stub;

import java.util.List;

/** A second channel beside the stub, with connections of its own, that can be told to be slow. */
public final class OtherStubProvider extends StubProvider {
    public OtherStubProvider() {
        super("stub_other", List.of("stub_other_wallet"));
    }
}
