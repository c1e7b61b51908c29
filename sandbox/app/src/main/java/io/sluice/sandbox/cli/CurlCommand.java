package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.client.SignedRequest;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints signed curl commands. */
@Command(
        name = "curl",
        description = {
            "Prints the curl command of any call, signed as the demo merchant. It is good for five minutes and once, "
                    + "as its signature carries the time and a nonce."
        },
        footer = {
            "",
            "Examples:",
            "  ./sluice curl GET /v1/balance",
            "  ./sluice curl GET '/v1/payments?limit=3' --run",
            "  ./sluice curl POST /v1/payments -d '{\"merchant_order_no\":\"a-1\",\"amount\":1500,\"currency\":\"CNY\","
                    + "\"method\":\"wechat_native\",\"description\":\"tea\"}'"
        })
final class CurlCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(index = "0", paramLabel = "METHOD", description = "GET, POST, PATCH or DELETE")
    private String method = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "path and query, from /v1 on")
    private String path = "";

    @Option(
            names = {"-d", "--data"},
            paramLabel = "BODY",
            description = "the JSON body")
    private String body = "";

    @Option(
            names = {"-H", "--header"},
            paramLabel = "NAME: VALUE",
            description = "a further header field; POST gets an Idempotency-Key unless one is given")
    private List<String> headers = List.of();

    @Option(names = "--run", description = "run it instead of printing it")
    private boolean run;

    @Option(names = "--show-base", description = "print the signature base, which is what is signed, too")
    private boolean showBase;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SignedRequest request = signed();
        if (showBase) {
            System.out.println(request.signatureBase().replaceAll("(?m)^", "# ") + "\n");
        }
        if (run) {
            return new ProcessBuilder("sh", "-c", request.curl())
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        System.out.println(request.curl());
        return Commands.OK;
    }

    private SignedRequest signed() {
        if (!path.startsWith("/")) {
            throw new SandboxException("the path begins with a slash, such as /v1/payments, not " + path);
        }
        String verb = method.toUpperCase(Locale.ROOT);
        Map<String, String> fields = new LinkedHashMap<>();
        headers.forEach(header -> add(fields, header));
        boolean keyed = fields.keySet().stream().anyMatch(name -> name.equalsIgnoreCase("Idempotency-Key"));
        if (verb.equals("POST") && !keyed) {
            fields.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        return MerchantClient.of(sandbox.running()).signed(verb, path, fields, body);
    }

    private static void add(Map<String, String> fields, String header) {
        int colon = header.indexOf(':');
        if (colon < 1) {
            throw new SandboxException("a header is written 'Name: value', not '" + header + "'");
        }
        fields.put(
                header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
}
