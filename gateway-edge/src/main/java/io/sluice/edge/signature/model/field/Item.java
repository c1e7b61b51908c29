package io.sluice.edge.signature.model.field;

/** One value and its parameters. */
public record Item(BareItem value, Parameters parameters) implements Member {

    @Override
    public String serialized() {
        return value.serialized() + parameters.serialized();
    }
}
