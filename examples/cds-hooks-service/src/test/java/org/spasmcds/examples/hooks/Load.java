package org.spasmcds.examples.hooks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Puts a running service under load: so many connections, each sending the next call as soon as the last is answered. Its own HTTP is a
 * plain socket, since it shares the processors with the service.
 *
 * <p>{@code Load BASE-URL CONNECTIONS SECONDS PERCENT [FOLDER]}: of so many percent of the calls a card is shown, of the others none. The
 * folder holds FHIR Bundles of patients, whose records are sent as prefetch; without one, small charts are sent.
 */
public final class Load {
    private record Sent(byte[] request) {}

    private record Result(List<Long> nanos, long cards, long failures) {}

    private Load() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        URI base = URI.create(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[2]));
        List<Sent> silent = silent(base, arguments.length > 4 ? Path.of(arguments[4]) : null);
        List<Sent> calls = mixed(silent, withCards(base), Integer.parseInt(arguments[3]));
        System.out.printf(Locale.ROOT, "%d different calls, %,d bytes on average%n", calls.size(), (long)
                calls.stream().mapToInt(call -> call.request().length).average().orElse(0));
        ExecutorService callers = Executors.newFixedThreadPool(connections);
        List<Future<Result>> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            int first = i * calls.size() / connections;
            Callable<Result> caller = () -> call(base, calls, first, start + time.toNanos());
            running.add(callers.submit(caller));
        }
        List<Result> results = new ArrayList<>();
        for (Future<Result> each : running) {
            results.add(each.get());
        }
        callers.shutdown();
        print(results, Duration.ofNanos(System.nanoTime() - start));
    }

    private static void print(List<Result> results, Duration time) {
        long[] nanos = results.stream()
                .flatMap(result -> result.nanos().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%d calls in %d s: %.0f a second; p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, longest %.1f ms;"
                        + " %d cards; %d failures%n",
                nanos.length,
                time.toSeconds(),
                nanos.length / (time.toMillis() / 1000.0),
                at(nanos, 0.5),
                at(nanos, 0.9),
                at(nanos, 0.99),
                at(nanos, 0.999),
                at(nanos, 1),
                results.stream().mapToLong(Result::cards).sum(),
                results.stream().mapToLong(Result::failures).sum());
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))] / 1e6;
    }

    private static Result call(URI base, List<Sent> calls, int first, long end) throws IOException {
        List<Long> nanos = new ArrayList<>();
        long cards = 0;
        long failures = 0;
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int next = first; System.nanoTime() < end; next++) {
                long start = System.nanoTime();
                out.write(calls.get(next % calls.size()).request());
                out.flush();
                String answer = answer(in);
                nanos.add(System.nanoTime() - start);
                failures += answer.startsWith("200 ") ? 0 : 1;
                cards += answer.split("\"indicator\"", -1).length - 1L;
            }
        }
        return new Result(nanos, cards, failures);
    }

    /** The status and the body. */
    private static String answer(InputStream in) throws IOException {
        String status = line(in).split(" ")[1];
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return status + " " + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the service closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** One hundred calls, those with a card spread evenly. */
    private static List<Sent> mixed(List<Sent> silent, List<Sent> withCards, int percent) {
        List<Sent> calls = new ArrayList<>();
        int cards = 0;
        for (int i = 0; i < 100; i++) {
            boolean card = (i + 1) * percent / 100 > cards;
            calls.add(card ? withCards.get(cards++ % withCards.size()) : silent.get(i % silent.size()));
        }
        return calls;
    }

    private static List<Sent> withCards(URI base) {
        Instant now = Instant.now();
        Chart statin = new Chart(now).cramp().takes("36567", "simvastatin").draft("21212", "clarithromycin");
        return List.of(
                sent(
                        base,
                        "spasm-patient-view",
                        new Chart(now).cramp().potassium(2.2).view()),
                sent(base, "spasm-order-sign", statin.sign()));
    }

    private static List<Sent> silent(URI base, Path folder) throws IOException {
        List<Sent> calls = new ArrayList<>();
        if (folder == null) {
            Chart chart = new Chart(Instant.now()).potassium(4.1).draft("5487", "hydrochlorothiazide");
            return List.of(
                    sent(base, "spasm-patient-view", chart.view()), sent(base, "spasm-order-sign", chart.sign()));
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                Bundles.record(Files.readAllBytes(file)).ifPresent(record -> {
                    calls.add(sent(base, "spasm-patient-view", record.view()));
                    calls.add(sent(base, "spasm-order-sign", record.sign("36567", "simvastatin")));
                });
            }
        }
        return calls;
    }

    private static Sent sent(URI base, String service, Object body) {
        byte[] json = Json.bytes(body);
        byte[] head = ("POST " + base.getPath() + "/cds-services/" + service + " HTTP/1.1\r\nHost: "
                        + base.getAuthority() + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, whole, head.length, json.length);
        return new Sent(whole);
    }
}
