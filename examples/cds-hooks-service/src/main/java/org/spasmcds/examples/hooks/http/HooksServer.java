package org.spasmcds.examples.hooks.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.spasmcds.Ruleset;
import org.spasmcds.examples.hooks.Configuration;
import org.spasmcds.examples.hooks.auth.Tokens;
import org.spasmcds.examples.hooks.card.Advice;
import org.spasmcds.examples.hooks.feedback.FeedbackStore;

/** The service, on the HTTP server of the JDK: nothing to add to the class path, and it listens within milliseconds. */
public final class HooksServer implements AutoCloseable {
    private static final int BACKLOG = 128;

    private final URI baseUrl;
    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final FeedbackStore feedback;

    private HooksServer(URI baseUrl, HttpServer server, ThreadPoolExecutor threads, FeedbackStore feedback) {
        this.baseUrl = baseUrl;
        this.server = server;
        this.threads = threads;
        this.feedback = feedback;
    }

    /**
     * Starts the service.
     *
     * @throws IOException when the address is taken, or the key store or the feedback file cannot be used
     */
    public static HooksServer start(Configuration given, Ruleset rules, Clock clock) throws IOException {
        System.getProperties()
                .putIfAbsent(
                        "sun.net.httpserver.maxReqTime",
                        "" + given.limits().requestTime().toSeconds());
        // Without it small answers on a kept connection wait for the client's delayed acknowledgement, 40 ms.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
        InetSocketAddress address = new InetSocketAddress(given.host(), given.port());
        HttpServer server =
                given.keyStore().isPresent() ? secured(given, address) : HttpServer.create(address, BACKLOG);
        Configuration configuration = given.listeningOn(server.getAddress().getPort());
        FeedbackStore feedback = FeedbackStore.open(
                configuration.feedbackFile(), configuration.keepComments(), configuration.feedbackDays(), clock);
        Routes routes = new Routes(
                configuration,
                new Tokens(configuration.clients(), clock),
                new Advice(rules, configuration, clock),
                feedback);
        // Twice the calls: those that are refused need a thread as well. What does not fit in the queue is
        // disconnected.
        int size = 2 * configuration.limits().calls();
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(BACKLOG));
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        server.createContext("/", new Router(routes, new Cors(configuration.origins())));
        server.start();
        return new HooksServer(configuration.baseUrl(), server, threads, feedback);
    }

    private static HttpServer secured(Configuration configuration, InetSocketAddress address) throws IOException {
        Path file = configuration.keyStore().orElseThrow();
        char[] password = Files.readAllLines(
                        configuration.keyStorePasswordFile().orElseThrow())
                .get(0)
                .toCharArray();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(KeyStore.getInstance(file.toFile(), password), password);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), null, null);
            HttpsServer server = HttpsServer.create(address, BACKLOG);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return server;
        } catch (GeneralSecurityException wrong) {
            throw new IOException(file + ": no certificate can be read with the password");
        }
    }

    /** What clients call it. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers what has begun and nothing new. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        feedback.close();
    }
}
