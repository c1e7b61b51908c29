package io.sluice.sandbox.cli;

import io.sluice.sandbox.books.Amounts;
import io.sluice.sandbox.books.SandboxDatabase;
import io.sluice.sandbox.books.TrialBalance;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;

/** Shows the trial balance. */
@Command(
        name = "books",
        description =
                "The trial balance of the ledger. Exits 2 when debits and credits differ, or a balance is not the sum of its lines.")
final class BooksCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Override
    public Integer call() {
        try (var database = SandboxDatabase.open(sandbox.running())) {
            var books = TrialBalance.read(database);
            books.lines().forEach(BooksCommand::print);
            books.differences().forEach(BooksCommand::printTotal);
            System.out.println(Ansi.AUTO.string(verdict(books)));
            return books.balances() ? Commands.OK : Commands.DIFFERENCES;
        }
    }

    private static void print(TrialBalance.Line line) {
        System.out.printf(
                "  %-20s %-10s debit %18s   credit %18s%n",
                line.account(),
                line.type(),
                Amounts.shown(line.debitMinor(), line.currency()),
                Amounts.shown(line.creditMinor(), line.currency()));
    }

    private static void printTotal(String currency, long difference) {
        System.out.printf("  %-31s debits less credits %s%n", currency, Amounts.shown(difference, currency));
    }

    private static String verdict(TrialBalance books) {
        if (books.balances()) {
            return books.lines().isEmpty() ? "The books are empty." : "@|green The books balance.|@";
        }
        return books.misstated() > 0
                ? "@|bold,red " + books.misstated() + " balances are not the sums of their lines.|@"
                : "@|bold,red The books do not balance.|@";
    }
}
