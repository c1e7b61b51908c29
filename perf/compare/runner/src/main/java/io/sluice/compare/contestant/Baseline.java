package io.sluice.compare.contestant;

import io.sluice.compare.measure.Group;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.servers.EmbeddedRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The blocking baseline, with the class path of its own module. */
record Baseline(String name, int port, JvmProcess process, EmbeddedRedis redis) implements Contestant {
    private static final String MAIN = "io.sluice.compare.baseline.BaselineApp";
    private static final String MODULE = "perf/compare/baseline-mvc/target";

    static Baseline start(String name, Ground ground, int port, boolean fastCrypto, boolean gathered) {
        EmbeddedRedis redis = ground.newRedis(name);
        Map<String, String> variables = new TreeMap<>();
        variables.put("BASELINE_PORT", String.valueOf(port));
        variables.put("BASELINE_JDBC_URL", ground.newDatabase(name).jdbcUrl());
        variables.put("BASELINE_REDIS", redis.url());
        variables.put("BASELINE_KAFKA", ground.kafka());
        variables.put("BASELINE_TOPIC", Topics.create(ground.kafka(), name));
        variables.put("BASELINE_CHANNEL", ground.stub().url());
        variables.put("BASELINE_KEY_ID", ground.merchant().keyId());
        variables.put("BASELINE_PUBLIC_KEY", ground.merchant().publicKey().toString());
        variables.put("BASELINE_WRITES", gathered ? "gathered" : "each");
        variables.put("BASELINE_CRYPTO", fastCrypto ? "corretto" : "jdk");
        var process = JvmProcess.start(name, ground.folder(), classPath(fastCrypto), variables, MAIN);
        process.await(() -> Listening.on(port));
        return new Baseline(name, port, process, redis);
    }

    @Override
    public List<Group> processes() {
        return List.of(Group.of("service", process.pid()), Group.of("Redis", redis.pid()));
    }

    @Override
    public void close() {
        process.close();
        redis.close();
    }

    private static String classPath(boolean fastCrypto) {
        Path module = Path.of(System.getProperty("sluice.home", "."), MODULE);
        try {
            String libraries =
                    Files.readString(module.resolve("baseline.classpath")).strip();
            String own = module.resolve("classes") + ":" + libraries;
            return fastCrypto ? own + ":" + corretto() : own;
        } catch (IOException e) {
            throw new SandboxException("the baseline is not built: there is no baseline.classpath in " + module, e);
        }
    }

    /** The one that Sluice uses on this platform. */
    private static String corretto() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> entry.contains("AmazonCorrettoCryptoProvider"))
                .collect(Collectors.joining(":"));
    }
}
