package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.callback.CallbackSender;
import io.sluice.sandbox.simulators.callback.model.ResendSchedule;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import io.sluice.sandbox.simulators.http.FrontPage;
import io.sluice.sandbox.simulators.http.Listener;
import io.sluice.sandbox.simulators.keys.KeyFiles;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.book.BookView;
import io.sluice.sandbox.simulators.unionpay.keys.Identity;
import io.sluice.sandbox.simulators.unionpay.keys.SignMethod;
import io.sluice.sandbox.simulators.unionpay.model.Outcome;
import io.sluice.sandbox.simulators.weather.Weather;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * A running simulator with two merchants, one who signs by RSA and one by SM2. Its book lives in its folder: another simulator started there
 * goes on where this one ended, however it ended.
 */
public final class UnionPaySimulator implements AutoCloseable {
    private static final Duration CALLBACK_TIMEOUT = Duration.ofSeconds(10);
    private static final String API = "/gateway/api/";
    private static final String MESSAGES = "/gateway/messages";

    private final Weather weather;
    private final Threads threads;
    private final Book book;
    private final CallbackSender sender;
    private final Map<String, Merchant> merchants;
    private final Listener listener;

    private UnionPaySimulator(SimulatorConfig config, InstantSource clock) throws IOException {
        var files = new KeyFiles(config.folder().resolve("keys"));
        this.merchants = Map.of(
                Merchant.RSA, merchant(files, SignMethod.RSA, Merchant.RSA, clock),
                Merchant.SM2, merchant(files, SignMethod.SM2, Merchant.SM2, clock));
        this.weather = new Weather(clock);
        this.threads = new Threads(clock);
        this.book = new Book(config.folder().resolve("journal.jsonl"));
        var schedule = new ResendSchedule(Notices.RESEND_PAUSES, config.timeScale());
        this.sender = new CallbackSender(
                new NoticeLetters(merchants), book.notices(), schedule, CALLBACK_TIMEOUT, weather, threads, clock);
        var behaviour =
                new Behaviour<>(Outcome.values(), Outcome::ofLabel, config.outcome(), config.payerDelay(), weather);
        var payer = new Payer(book, new Notices(schedule), sender, behaviour, threads, clock);
        book.notices().owed().forEach(sender::send);
        book.all().forEach(payer::expect);
        this.listener = new Listener(
                "127.0.0.1", config.port(), weather, threads, routes -> addTo(routes, behaviour, payer, clock));
    }

    private static Merchant merchant(KeyFiles files, SignMethod method, String merId, InstantSource clock) {
        return new Merchant(merId, Identity.readOrMake(files, method, merId, clock.instant()));
    }

    private void addTo(HttpServerRoutes routes, Behaviour<Outcome> behaviour, Payer payer, InstantSource clock) {
        var check = new RequestCheck(merchants);
        var gate = new Gate(check, merchant(Merchant.RSA), weather, threads);
        var page = new PayPage(book, payer, merchants, clock);
        var front = new FrontEndpoint(check, book, behaviour, payer, page, clock);
        var messages = new ShortMessages();
        var bindings = new BindingEndpoint(book, messages, clock);
        var charges = new ChargeEndpoint(book, behaviour, payer, clock);
        var back = new BackEndpoint(book, payer, clock);
        var files = new FileEndpoint(check, book, threads, clock);
        new FrontPage(PayPage.TITLE, page::all, () -> BookView.of(book.all()), threads).addTo(routes);
        routes.post(API + "frontTransReq.do", gate.open((request, body) -> front.order(body)))
                .post(API + "backTransReq.do", gate.before(asked -> back(asked, bindings, charges, back)))
                .get(MESSAGES, gate.open((request, body) -> Mono.just(Answer.text(200, messages.page()))))
                .post(API + "queryTrans.do", gate.before(new QueryEndpoint(book, clock)::answer))
                .post("/", files::answer)
                .get(PayPage.PAY + "{id}", gate.open((request, body) -> page.show(request)))
                .post(PayPage.PAY + "{id}/{act}", gate.open((request, body) -> page.act(request)));
        var controls = ControlRoutes.of(routes, threads, behaviour, weather);
        new Control(book, payer, messages, clock).addTo(controls);
        files.addTo(controls);
        routes.route(any -> true, gate.open((request, body) -> Mono.just(Answer.text(404, "There is no such page"))));
    }

    /** What merchants ask for themselves. */
    private static Mono<Answer> back(
            RequestCheck.Asked asked, BindingEndpoint bindings, ChargeEndpoint charges, BackEndpoint others) {
        if (BindingEndpoint.handles(asked.message())) {
            return bindings.answer(asked);
        }
        return ChargeEndpoint.handles(asked.message()) ? charges.answer(asked) : others.answer(asked);
    }

    private Merchant merchant(String merId) {
        return Objects.requireNonNull(merchants.get(merId), merId);
    }

    /**
     * Starts a simulator and returns when it listens. Blocks for that long, a second or two when keys are to be made.
     *
     * @throws UncheckedIOException when its folder cannot be read or written
     */
    public static UnionPaySimulator start(SimulatorConfig config) {
        try {
            return new UnionPaySimulator(config, InstantSource.system());
        } catch (IOException failed) {
            throw new UncheckedIOException("The simulator cannot use its folder " + config.folder(), failed);
        }
    }

    public int port() {
        return listener.port();
    }

    /** What the merchant who signs by RSA needs to be paid here. */
    public MerchantCredentials credentials() {
        return merchant(Merchant.RSA).credentials();
    }

    /** What the merchant who signs by SM2 needs. */
    public MerchantCredentials sm2Credentials() {
        return merchant(Merchant.SM2).credentials();
    }

    /** Stops listening, cuts all connections and writes the rest of the journal. Blocks for that long. */
    @Override
    public void close() {
        listener.close();
        threads.close();
        sender.close();
        book.close();
    }
}
