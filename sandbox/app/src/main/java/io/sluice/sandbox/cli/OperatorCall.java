package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** A command that makes one call to the management port and shows its answer. */
abstract class OperatorCall implements Callable<Integer> {
    static final String MERCHANTS = "/admin/merchants";

    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    abstract JsonNode call(Management management);

    Management management(Place place) {
        return new Management(place);
    }

    Place place() {
        return sandbox.running();
    }

    @Override
    public Integer call() {
        System.out.println(Json.pretty(call(management(place()))));
        return Commands.OK;
    }
}
