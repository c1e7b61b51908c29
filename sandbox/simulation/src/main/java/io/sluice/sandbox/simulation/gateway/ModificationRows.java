package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.memory.ModificationTable;
import io.sluice.core.memory.ModificationWrite;
import java.util.Optional;

/** Captures, voids and refunds as their statement writes them. */
record ModificationRows(ModificationTable table) implements Table<ModificationWrite> {

    @Override
    public Object key(ModificationWrite write) {
        return write.payment().id();
    }

    @Override
    public void check(ModificationWrite write) {}

    @Override
    public Object write(ModificationWrite write) {
        return table.write(write);
    }

    @Override
    public Optional<Object> find(ModificationWrite write) {
        return table.find(write);
    }

    @Override
    public String describe(ModificationWrite write) {
        return write.modification().publicId() + " " + write.modification().state() + ", "
                + write.payment().id() + " v" + write.payment().version();
    }
}
