package io.sluice.edge.signature.model;

import io.sluice.edge.signature.model.field.BareItem;
import io.sluice.edge.signature.model.field.Item;
import io.sluice.edge.signature.model.field.Parameters;

/**
 * A part of the request that a signature covers (RFC 9421, section 2).
 *
 * @param name a field's name in lower case, or a derived component's beginning with {@code @}
 * @param identifier as it stands before the colon in a signature base
 */
record Component(String name, Parameters parameters, String identifier) {

    static Component of(String name) {
        return of(name, new Item(new BareItem.Text(name), Parameters.NONE));
    }

    /** Reads a member of the covered list; its name must be a string in lower case. */
    static Component of(Item item) {
        if (!(item.value() instanceof BareItem.Text(String name)) || name.isEmpty()) {
            throw malformed(item, "must be a quoted name");
        }
        if (name.chars().anyMatch(c -> c >= 'A' && c <= 'Z')) {
            throw malformed(item, "must be in lower case");
        }
        return of(name, item);
    }

    private static Component of(String name, Item item) {
        return new Component(name, item.parameters(), item.serialized());
    }

    boolean isDerived() {
        return name.startsWith("@");
    }

    private static RefusedException malformed(Item item, String rule) {
        return new RefusedException(
                RefusalCode.SIGNATURE_MALFORMED, "The covered component " + item.serialized() + ' ' + rule + '.');
    }
}
