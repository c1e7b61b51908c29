package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.memory.PaymentTable;
import io.sluice.core.memory.PaymentWrite;
import java.util.Optional;

/** Payments as their statement writes them. */
record PaymentRows(PaymentTable table) implements Table<PaymentWrite> {

    @Override
    public Object key(PaymentWrite write) {
        return write.payment().id();
    }

    @Override
    public void check(PaymentWrite write) {
        table.check(write);
    }

    @Override
    public Object write(PaymentWrite write) {
        return table.write(write);
    }

    @Override
    public Optional<Object> find(PaymentWrite write) {
        return table.find(write);
    }

    @Override
    public String describe(PaymentWrite write) {
        return write.payment().id() + " " + write.payment().state() + " v"
                + write.payment().version();
    }
}
