package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.SandboxState;
import io.sluice.sandbox.place.SandboxState.Part;
import io.sluice.sandbox.place.StateFile;
import java.io.PrintStream;
import picocli.CommandLine.Help.Ansi;

/** What runs where, and what to try next, in one screen. */
final class StatusScreen {
    private StatusScreen() {}

    static void print(Place place, PrintStream out) {
        SandboxState state = StateFile.ofLiving(place)
                .orElseThrow(
                        () -> new SandboxException("the sandbox has ended: see " + Place.shown(place.sandboxLog())));
        out.println(Ansi.AUTO.string("@|bold Sluice is up|@, ready after %.1f s (%s; data and logs in %s)"
                .formatted(state.readyMs() / 1000.0, state.mode(), Place.shown(place.folder()))));
        out.println();
        state.parts().forEach(part -> out.println(row(part)));
        DemoMerchant.of(place)
                .ifPresent(merchant -> out.printf(
                        "%n  demo merchant     %s, key %s%n                    private key in %s%n",
                        merchant.merchantId(), merchant.keyId(), Place.shown(place.demoKey())));
        out.println();
        out.println("Next:");
        out.println("  ./sluice pay --amount 15.00 --currency CNY --method wechat_native");
        out.println("  ./sluice demo      one payment, step by step     ./sluice verify   do all books agree?");
        out.println("  ./sluice --help    all commands                  ./sluice down     stop");
        out.flush();
    }

    private static String row(Part part) {
        return "  %-17s %-28s pid %d".formatted(part.name(), part.address(), part.pid());
    }
}
