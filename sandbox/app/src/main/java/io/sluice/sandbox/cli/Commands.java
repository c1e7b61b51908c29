package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.SandboxException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and what becomes of their errors: one line with the cure, never a stack trace. */
@Command(
        name = "sluice",
        mixinStandardHelpOptions = true,
        description = "The payment gateway on this machine: servers, channel simulator, demo merchant and all apps.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            PayCommand.class,
            MethodsCommand.class,
            WatchCommand.class,
            GetCommand.class,
            CancelCommand.class,
            CaptureCommand.class,
            VoidCommand.class,
            RefundCommand.class,
            AgreementCommand.class,
            PayoutCommand.class,
            BooksCommand.class,
            BillCommand.class,
            VerifyCommand.class,
            CheckCommand.class,
            ChaosCommand.class,
            SimulateCommand.class,
            LoadCommand.class,
            RouteCommand.class,
            ChannelCommand.class,
            MatrixCommand.class,
            SwitchCommand.class,
            CurlCommand.class,
            MerchantCommand.class,
            DecideCommand.class,
            PartCommand.Start.class,
            PartCommand.Stop.class,
            PartCommand.Kill.class,
            PartCommand.Restart.class,
            LogsCommand.class
        },
        footer = {
            "",
            "First steps:",
            "  ./sluice demo                                      one payment, told step by step",
            "  ./sluice pay --amount 15.00 --currency CNY --method wechat_native",
            "  ./sluice pay --amount 15.00 --outcome declined     the outcomes: ./sluice pay --help",
            "  ./sluice books                                     do the books balance?",
            "  ./sluice verify                                    do all four books tell the same story?",
            "  ./sluice chaos                                     does it keep its promises when things break?",
            "  ./sluice simulate                                  does the gateway keep its promises under faults?",
            "  ./sluice load steady                               does it bear a load, and is every book right afterwards?",
            "  ./sluice compare --quick                           how fast is it beside blocking code on this machine?",
            "  ./sluice overload                                  what is left of it when too much is asked?",
            "  ./sluice profile                                   where does every microsecond of a payment go?",
            "  ./sluice jmh                                       what does each pure step of it cost alone?",
            "  ./sluice COMMAND --help                            more of each"
        })
public final class Commands implements Runnable {
    /** All is well. */
    static final int OK = 0;

    /** Something is wrong that a person can cure; the line on the terminal says how. */
    static final int FAILED = 1;

    /** The books do not balance, or do not tell the same story. */
    static final int DIFFERENCES = 2;

    /** The command line is not understood. */
    private static final int USAGE = 64;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command line and returns its exit code. */
    public static int run(String... args) {
        var line = new CommandLine(new Commands());
        line.setExecutionExceptionHandler(Commands::failed);
        line.setParameterExceptionHandler(Commands::misunderstood);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        return line.execute(args);
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        String message = String.valueOf(SandboxException.of(e).getMessage());
        error(line.getErr(), message);
        if (System.getenv("SLUICE_DEBUG") != null) {
            e.printStackTrace(line.getErr());
        }
        return FAILED;
    }

    private static int misunderstood(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        error(err, String.valueOf(e.getMessage()));
        err.println("  "
                + meant(e).map(word -> "did you mean " + word + "? See ").orElse("see ") + help(e.getCommandLine()));
        err.flush();
        return USAGE;
    }

    private static Optional<String> meant(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                ? Nearest.to(
                        unmatched.getUnmatched().getFirst(),
                        e.getCommandLine().getSubcommands().keySet())
                : Optional.empty();
    }

    private static String help(CommandLine line) {
        return "./" + line.getCommandSpec().qualifiedName() + " --help";
    }

    private static void error(PrintWriter err, String message) {
        err.println(CommandLine.Help.Ansi.AUTO.string("@|bold,red sluice:|@ ") + message);
        err.flush();
    }
}
