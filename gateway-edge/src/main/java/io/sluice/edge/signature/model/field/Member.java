package io.sluice.edge.signature.model.field;

/** What a dictionary's key leads to. */
public sealed interface Member permits Item, InnerList {

    Parameters parameters();

    /** The canonical text of this member, parameters included. */
    String serialized();
}
