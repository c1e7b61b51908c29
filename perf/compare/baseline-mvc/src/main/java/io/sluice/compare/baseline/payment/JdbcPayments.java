package io.sluice.compare.baseline.payment;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction a payment, as everyone writes it. */
@Component
@ConditionalOnProperty(name = "baseline.writes", havingValue = "each")
final class JdbcPayments implements Payments {
    private static final String INSERT_PAYMENT = """
        insert into payment (payment_id, idempotency_key, fingerprint, merchant_order_no, amount_minor, currency,
            method, description, state, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (idempotency_key) do nothing\
        """;
    private static final String UPDATE_PAYMENT =
            "update payment set state = ?, channel_reference = ?, updated_at = ? where payment_id = ? and state ="
                    + " 'PROCESSING'";
    private static final String INSERT_EVENT = "insert into outbox (payment_id, type, at, body) values (?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    JdbcPayments(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean accept(Payment payment, Event event) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean isNew = insert(payment) == 1;
            if (isNew) {
                append(event);
            }
            return isNew;
        }));
    }

    @Override
    public void conclude(Payment payment, Event event) {
        transaction.executeWithoutResult(_ -> {
            if (update(payment) == 1) {
                append(event);
            }
        });
    }

    private int insert(Payment payment) {
        return jdbc.update(
                INSERT_PAYMENT,
                payment.id(),
                payment.idempotencyKey(),
                payment.fingerprint(),
                payment.merchantOrderNo(),
                payment.amountMinor(),
                payment.currency(),
                payment.method(),
                payment.description(),
                payment.state(),
                timestamp(payment.createdAt()),
                timestamp(payment.updatedAt()));
    }

    private int update(Payment payment) {
        return jdbc.update(
                UPDATE_PAYMENT,
                payment.state(),
                payment.channelReference(),
                timestamp(payment.updatedAt()),
                payment.id());
    }

    private void append(Event event) {
        jdbc.update(INSERT_EVENT, event.paymentId(), event.type(), timestamp(event.at()), event.body());
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.from(at);
    }
}
