package io.sluice.sandbox.cli;

import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Rules and what breaks them, on the terminal. */
final class Verdicts {
    private static final int SHOWN = 20;

    private Verdicts() {}

    static void print(String rule, List<String> differences) {
        boolean holds = differences.isEmpty();
        System.out.println(Ansi.AUTO.string(holds ? "@|green ok    |@" : "@|bold,red WRONG |@")
                + rule
                + (holds ? "" : ": " + differences.size() + " differences"));
        list(differences);
    }

    static void list(List<String> differences) {
        differences.stream().limit(SHOWN).forEach(difference -> System.out.println("    " + difference));
    }
}
