package io.sluice.channels.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.sluice.channels.http.Sent.Lost;
import io.sluice.channels.http.Sent.NotWritten;
import java.math.BigInteger;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.TcpServer;

/** Nothing is said to a server that is not who it should be. */
class TlsTest {

    private static SslContext server;
    private static SslContext trustingIt;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Set<SocketAddress> callers = ConcurrentHashMap.newKeySet();

    /** A certificate for localhost that vouches for itself. */
    @BeforeAll
    static void certify() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        X500Name name = new X500Name("CN=localhost");
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                name,
                keys.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        server = SslContextBuilder.forServer(keys.getPrivate(), certificate).build();
        trustingIt = Http11SslContextSpec.forClient()
                .configure(tls -> tls.trustManager(certificate))
                .sslContext();
    }

    @Test
    void speaksToWhomItTrustsOverOneConnection() {
        DisposableServer bank = bank();
        var exchange = Client.of(url(bank, "localhost"), Client.ONE, Client.PATIENT, trustingIt);
        for (int each = 0; each < 5; each++) {
            assertThat(Client.text(Client.got(Client.get(exchange, "/" + each))))
                    .isEqualTo("/" + each);
        }
        assertThat(callers).hasSize(1);
        bank.disposeNow();
    }

    @Test
    void whoIsNotTrustedIsNotWrittenTo() {
        DisposableServer bank = bank();
        assertThat(Client.send(Client.of(url(bank, "localhost")))).isInstanceOf(NotWritten.class);
        assertThat(heard).isEmpty();
        bank.disposeNow();
    }

    @Test
    void whoHasAnotherNameIsNotWrittenTo() {
        DisposableServer bank = bank();
        var exchange = Client.of(url(bank, "127.0.0.1"), Client.WIDE, Client.PATIENT, trustingIt);
        assertThat(Client.send(exchange)).isInstanceOf(NotWritten.class);
        assertThat(heard).isEmpty();
        bank.disposeNow();
    }

    @Test
    void whoClosesSaysGarbageOrNothingInTheHandshakeIsNotWrittenTo() {
        List<RawServer.Play> plays = List.of(
                peer -> {}, RawServer.Peer::reset, peer -> peer.say(RawServer.ok("no")), RawServer.Peer::listen);
        for (RawServer.Play play : plays) {
            try (var stranger = new RawServer(play)) {
                String url = stranger.url().replace("http:", "https:");
                assertThat(Client.send(Client.of(url, Client.WIDE, Client.HASTY)))
                        .isInstanceOf(NotWritten.class);
            }
        }
    }

    /** TLS would have said that this was all. */
    @Test
    void aBodyUntilTheEndThatIsCutIsLost() {
        byte[] answer = "HTTP/1.1 200 OK\r\n\r\nhel".getBytes(StandardCharsets.US_ASCII);
        DisposableServer cutting = TcpServer.create()
                .host("127.0.0.1")
                .port(0)
                .secure(tls -> tls.sslContext(server))
                .handle((in, out) -> in.receive()
                        .next()
                        .flatMap(request -> out.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(answer)))
                                .then())
                        .then(Mono.fromRunnable(() -> in.withConnection(TlsTest::cut))))
                .bindNow();
        var exchange = Client.of(url(cutting, "localhost"), Client.WIDE, Client.PATIENT, trustingIt);
        assertThat(Client.send(exchange)).isInstanceOf(Lost.class);
        cutting.disposeNow();
    }

    /** Without TLS's own farewell. */
    private static void cut(Connection connection) {
        var _ = ((SocketChannel) connection.channel()).shutdownOutput();
    }

    private DisposableServer bank() {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .secure(tls -> tls.sslContext(server))
                .handle((request, response) -> {
                    heard.add(request.uri());
                    callers.add(request.remoteAddress());
                    return response.sendString(Mono.just(request.uri()));
                })
                .bindNow();
    }

    private static String url(DisposableServer server, String name) {
        return "https://" + name + ":" + server.port();
    }
}
