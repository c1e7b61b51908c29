package io.sluice.core.routing.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.id.MerchantId;
import io.sluice.core.r2dbc.Columns;
import io.sluice.core.routing.json.ConfigurationReader;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.core.routing.rule.model.RoutingSetup;
import io.sluice.core.routing.rule.model.Switch;
import io.sluice.core.routing.rule.model.Switches;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what decides about routing. */
public final class RoutingRows {

    private final DatabaseClient database;

    public RoutingRows(DatabaseClient database) {
        this.database = database;
    }

    /** All of it for one merchant. */
    public Mono<RoutingSetup> setup(MerchantId merchant) {
        return Mono.zip(configuration(merchant), switches().collectList().map(Switches::new), RoutingSetup::new);
    }

    Mono<RoutingConfiguration> configuration(MerchantId merchant) {
        return database.sql("select version, document from sluice.routing_configuration"
                        + " where merchant_id = :merchant order by version desc limit 1")
                .bind("merchant", merchant.value())
                .map(RoutingRows::stored)
                .one()
                .defaultIfEmpty(RoutingConfiguration.NONE);
    }

    Flux<Switch> switches() {
        return database.sql("select * from sluice.switch order by since, kind, name")
                .map(RoutingRows::off)
                .all();
    }

    private static RoutingConfiguration stored(Readable row) {
        Columns columns = new Columns(row);
        return ConfigurationReader.read(columns.text("document"), columns.integer("version"));
    }

    static Switch off(Readable row) {
        Columns columns = new Columns(row);
        return new Switch(
                Switch.Kind.of(columns.text("kind")).orElseThrow(),
                columns.text("name"),
                columns.text("reason"),
                columns.text("actor"),
                columns.instant("since"));
    }
}
