package io.sluice.compare.contestant;

import io.sluice.compare.floor.FloorServer;
import io.sluice.compare.measure.Group;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** The floor, over tables that Sluice's own migrations made. */
record FloorProcess(String name, int port, JvmProcess process) implements Contestant {
    static FloorProcess start(String name, Ground ground, int port) {
        String url = ground.newDatabase(name).jdbcUrl();
        Flyway.configure()
                .dataSource(url, null, null)
                .schemas("sluice")
                .defaultSchema("sluice")
                .locations("classpath:db/migration/core")
                .load()
                .migrate();
        var process = JvmProcess.start(
                name,
                ground.folder(),
                System.getProperty("java.class.path"),
                Map.of(),
                FloorServer.class.getName(),
                String.valueOf(port),
                url);
        process.await(() -> Listening.on(port));
        return new FloorProcess(name, port, process);
    }

    @Override
    public List<Group> processes() {
        return List.of(Group.of("service", process.pid()));
    }

    @Override
    public void close() {
        process.close();
    }
}
