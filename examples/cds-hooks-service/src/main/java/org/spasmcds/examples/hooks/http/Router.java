package org.spasmcds.examples.hooks.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.spasmcds.examples.hooks.Refused;

/** Answers every request, whatever happens, and logs one line about it that holds nothing of a patient. */
final class Router implements HttpHandler {
    private static final System.Logger LOG = System.getLogger("org.spasmcds.examples.hooks");

    private final Routes routes;
    private final Cors cors;

    Router(Routes routes, Cors cors) {
        this.routes = routes;
        this.cors = cors;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        Reply reply;
        String why = "";
        try {
            reply = routes.answer(exchange);
        } catch (Refused refused) {
            reply = Reply.refusal(refused);
            why = ": " + refused.getMessage();
        } catch (RuntimeException | StackOverflowError failed) {
            reply = Reply.failure();
            why = ": " + whereItFailed(failed);
        }
        try (exchange) {
            send(exchange, reply);
        } finally {
            LOG.log(
                    reply.status() < 500 ? System.Logger.Level.INFO : System.Logger.Level.ERROR,
                    line(exchange, reply, start) + why);
        }
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        cors.apply(exchange.getRequestHeaders(), exchange.getResponseHeaders());
        if (!reply.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.type());
        }
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean none = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), none ? -1 : reply.body().length);
        if (!none) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    /** The path is known where the route is; anything else could hold anything. */
    private String line(HttpExchange exchange, Reply reply, long start) {
        return String.format(
                Locale.ROOT,
                "%s %s %d %d ms",
                exchange.getRequestMethod().matches("GET|POST|OPTIONS|HEAD") ? exchange.getRequestMethod() : "other",
                reply.status() == 404 ? "(unknown)" : routes.relative(exchange),
                reply.status(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Without the message, which may repeat what it was given. */
    private static String whereItFailed(Throwable failed) {
        StringBuilder where = new StringBuilder(failed.getClass().getName());
        StackTraceElement[] trace = failed.getStackTrace();
        for (int i = 0; i < Math.min(trace.length, 6); i++) {
            where.append(" < ").append(trace[i]);
        }
        return where.toString();
    }
}
