package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.Control;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts and ends single apps and servers of a sandbox that runs. */
abstract class PartCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(paramLabel = "NAME", description = "edge, callback, ledger, notifier, postgres, redis or kafka")
    private String name = "";

    private final String verb;

    PartCommand(String verb) {
        this.verb = verb;
    }

    @Override
    public Integer call() {
        new Control(sandbox.running()).order(verb, name);
        System.out.println(verb + " " + name + ": done");
        return Commands.OK;
    }

    @Command(name = "start", description = "Starts an app or server that was stopped.")
    static final class Start extends PartCommand {
        Start() {
            super("start");
        }
    }

    @Command(name = "stop", description = "Stops one app or server in good order, to see what goes on without it.")
    static final class Stop extends PartCommand {
        Stop() {
            super("stop");
        }
    }

    @Command(name = "kill", description = "Ends one app or server as a crash would.")
    static final class Kill extends PartCommand {
        Kill() {
            super("kill");
        }
    }

    @Command(name = "restart", description = "Stops one app or server and starts it again.")
    static final class Restart extends PartCommand {
        Restart() {
            super("restart");
        }
    }
}
