package io.sluice.edge.signature.model.field;

import java.util.List;
import java.util.stream.Collectors;

/** Items between parentheses, and the parameters of the whole list. */
public record InnerList(List<Item> items, Parameters parameters) implements Member {

    public InnerList {
        items = List.copyOf(items);
    }

    @Override
    public String serialized() {
        return items.stream().map(Item::serialized).collect(Collectors.joining(" ", "(", ")"))
                + parameters.serialized();
    }
}
