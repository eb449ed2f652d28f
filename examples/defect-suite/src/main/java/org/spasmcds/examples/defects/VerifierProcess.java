package org.spasmcds.examples.defects;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The stock verifier in a process of its own, since a run that does not end can be stopped in no other way. */
final class VerifierProcess implements AutoCloseable {
    /** The type of the one message that stands for a run that was stopped. */
    static final String STOPPED = "STOPPED";

    private final long seconds;
    private Process process;
    private ObjectOutputStream out;
    private ObjectInputStream in;

    /**
     * @param seconds how much time of the processor it may use for some files
     */
    VerifierProcess(long seconds) {
        this.seconds = seconds;
    }

    List<Message> verify(Collection<String> texts) {
        try {
            if (process == null) {
                start();
            }
            out.writeObject(new ArrayList<>(texts));
            out.flush();
            CompletableFuture<List<Message>> answer = CompletableFuture.supplyAsync(this::answer);
            for (Duration start = used(); used().minus(start).toSeconds() < seconds; ) {
                try {
                    return answer.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    // Not yet: the time of the processor counts, whatever else the machine does.
                }
            }
            close();
            return List.of(new Message("None", STOPPED, List.of(), "no answer in " + seconds + " seconds"));
        } catch (IOException | ExecutionException e) {
            close();
            return List.of(new Message("Error", "CRASH", List.of(), String.valueOf(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Duration used() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @SuppressWarnings("unchecked")
    private List<Message> answer() {
        try {
            return (List<Message>) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start() throws IOException {
        process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx4g",
                        "-cp",
                        System.getProperty("verifier.classpath", System.getProperty("java.class.path")),
                        VerifierProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        out = new ObjectOutputStream(process.getOutputStream());
        out.flush();
        in = new ObjectInputStream(process.getInputStream());
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }

    /** The other side. The verifier prints to standard output, which is the way to us. */
    @SuppressWarnings("unchecked")
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        ObjectOutputStream out = new ObjectOutputStream(System.out);
        System.setOut(System.err);
        StockVerifier verifier = new StockVerifier();
        out.flush();
        ObjectInputStream in = new ObjectInputStream(System.in);
        try {
            while (true) {
                List<String> texts = (List<String>) in.readObject();
                List<Message> answer;
                try {
                    answer = verifier.verify(texts);
                } catch (RuntimeException e) {
                    answer = List.of(new Message("Error", "CRASH", List.of(), String.valueOf(e)));
                }
                out.writeObject(new ArrayList<>(answer));
                out.flush();
            }
        } catch (EOFException e) {
            // The asking side has gone.
        }
    }
}
