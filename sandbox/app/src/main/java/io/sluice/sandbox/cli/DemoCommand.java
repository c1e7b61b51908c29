package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.story.DemoStory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The first command of a newcomer. */
@Command(
        name = "demo",
        description = "Starts everything, makes one payment and tells its story step by step. The sandbox stays up.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Override
    public Integer call() {
        Place place = sandbox.toStart();
        new Launcher(place, System.out).up(false, false);
        boolean ended = new DemoStory(place, System.out).tell();
        return ended ? Commands.OK : Commands.FAILED;
    }
}
