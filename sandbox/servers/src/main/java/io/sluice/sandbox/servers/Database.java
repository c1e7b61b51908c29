package io.sluice.sandbox.servers;

/** Where one database is reached. No password is asked for. */
public record Database(String host, int port, String name) {
    public String user() {
        return EmbeddedPostgres.USER;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s?user=%s".formatted(host, port, name, user());
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://%s@%s:%d/%s".formatted(user(), host, port, name);
    }

    /** The same database, reached through a proxy. */
    public Database through(FaultProxy proxy) {
        return new Database(proxy.host(), proxy.port(), name);
    }
}
