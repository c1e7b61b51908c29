package io.sluice.sandbox.story;

import java.io.PrintStream;
import picocli.CommandLine.Help.Ansi;

/** A text in numbered chapters. */
final class Chapters {
    private final PrintStream out;
    private int number;

    Chapters(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        number++;
        out.println();
        out.println(
                Ansi.AUTO.string("@|bold,cyan %d.|@ ".formatted(number)) + Ansi.AUTO.text("@|bold " + title + "|@"));
    }

    void line(String text) {
        out.println("   " + text);
    }
}
