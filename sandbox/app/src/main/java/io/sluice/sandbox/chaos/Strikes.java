package io.sluice.sandbox.chaos;

import io.sluice.sandbox.chaos.Fault.Strike;
import io.sluice.sandbox.place.Pause;
import java.time.Duration;
import java.util.Random;

/** What faults do. Each leaves everything as it was, but for what it has broken on the way. */
final class Strikes {
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final Duration SILENT = Duration.ofSeconds(4);

    private Strikes() {}

    static Strike kill(String part) {
        return (rig, random) -> {
            rig.order("kill", part);
            pause(random, 200, 1500);
            rig.order("start", part);
        };
    }

    static Strike killAll() {
        return (rig, random) -> {
            rig.kill();
            pause(random, 200, 1000);
            rig.run();
        };
    }

    /** Resets what stands, twice, and then refuses for a while. */
    static Strike cut(String link) {
        return (rig, random) -> {
            rig.proxy(link).cut();
            pause(random, 200, 900);
            rig.proxy(link).refuse();
            Pause.of(AWAY);
            rig.proxy(link).heal();
        };
    }

    static Strike delay(String link) {
        return (rig, random) -> {
            rig.proxy(link).delay(Duration.ofMillis(random.nextInt(50, 250)));
            Pause.of(SILENT);
            rig.proxy(link).heal();
        };
    }

    static Strike halfOpen(String link) {
        return (rig, random) -> {
            rig.proxy(link).halfOpen();
            Pause.of(SILENT);
            rig.proxy(link).heal();
        };
    }

    static Strike loseAnswers(String link) {
        return (rig, random) -> {
            rig.proxy(link).loseAnswers();
            Pause.of(AWAY);
            rig.proxy(link).heal();
        };
    }

    private static void pause(Random random, int fromMs, int toMs) {
        Pause.of(Duration.ofMillis(random.nextInt(fromMs, toMs)));
    }
}
