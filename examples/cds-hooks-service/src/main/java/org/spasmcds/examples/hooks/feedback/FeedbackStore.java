package org.spasmcds.examples.hooks.feedback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.spasmcds.examples.hooks.Refused;
import org.spasmcds.examples.hooks.card.Shown;

/**
 * The cards that were shown and what became of them, in an SQLite file. It holds the ids of cards and rules, times and reasons, and nothing of
 * a patient. One thread writes, so that no call waits for the disk.
 */
public final class FeedbackStore implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("org.spasmcds.examples.hooks");
    private static final int MOST_DAYS = 3650;
    private static final int WAITING = 10_000;
    private static final int CARDS_BETWEEN_CLEANING = 10_000;

    private final Connection database;
    private final boolean keepComments;
    private final Duration kept;
    private final Clock clock;
    private final ThreadPoolExecutor writer;
    private int sinceCleaning;

    private FeedbackStore(Connection database, boolean keepComments, Duration kept, Clock clock) {
        this.database = database;
        this.keepComments = keepComments;
        this.kept = kept;
        this.clock = clock;
        writer = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> daemon(task));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "feedback");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @param file a path, or {@code :memory:}
     * @throws IOException when the file cannot be opened
     */
    public static FeedbackStore open(String file, boolean keepComments, int days, Clock clock) throws IOException {
        try {
            Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = database.createStatement()) {
                for (String sql : Schema.STATEMENTS) {
                    statement.execute(sql);
                }
            }
            FeedbackStore store = new FeedbackStore(database, keepComments, Duration.ofDays(days), clock);
            store.write(store::clean);
            return store;
        } catch (SQLException wrong) {
            throw new IOException(file + ": cannot be used for feedback: " + wrong.getMessage());
        }
    }

    /**
     * Opens a file that a service wrote, for a report; the service may run meanwhile.
     *
     * @throws IOException when there is no such file
     */
    public static FeedbackStore existing(String file, Clock clock) throws IOException {
        if (!Files.isRegularFile(Path.of(file))) {
            throw new IOException(file + ": no such file");
        }
        return open(file, false, MOST_DAYS, clock);
    }

    /** Remembers a card that is shown. Under a load that the disk cannot follow it is forgotten: an answer matters more. */
    public void shown(String service, Shown shown) {
        long now = clock.millis();
        write(() -> insert(service, shown, now));
    }

    /**
     * Stores feedback on cards of this service; the same feedback sent again is stored once.
     *
     * @return how many entries belong to a card that was shown
     */
    public int store(List<Feedback> feedback) {
        return await(() -> {
            int stored = 0;
            try (PreparedStatement insert = database.prepareStatement(Schema.INSERT_FEEDBACK)) {
                for (Feedback each : feedback) {
                    insert.setString(1, each.outcome().name());
                    insert.setString(2, String.join(" ", each.suggestions()));
                    insert.setString(
                            3, each.reason().map(Feedback.Reason::system).orElse(null));
                    insert.setString(4, each.reason().map(Feedback.Reason::code).orElse(null));
                    insert.setString(5, keepComments ? each.comment().orElse(null) : null);
                    insert.setLong(6, each.at().toEpochMilli());
                    insert.setString(7, each.card());
                    stored += insert.executeUpdate();
                }
            }
            return stored;
        });
    }

    /** What became of the cards, by rule, the most often overridden first. */
    public List<RuleFeedback> report() {
        return await(() -> FeedbackReport.of(database));
    }

    private Void insert(String service, Shown shown, long now) throws SQLException {
        database.setAutoCommit(false);
        try (PreparedStatement card = database.prepareStatement(Schema.INSERT_CARD);
                PreparedStatement rule = database.prepareStatement(Schema.INSERT_RULE)) {
            card.setString(1, shown.card().uuid());
            card.setLong(2, now);
            card.setString(3, service);
            card.setString(4, shown.card().indicator());
            card.setString(5, shown.digest());
            card.executeUpdate();
            for (String id : shown.rules()) {
                rule.setString(1, shown.card().uuid());
                rule.setString(2, id);
                rule.executeUpdate();
            }
            database.commit();
        } finally {
            database.setAutoCommit(true);
        }
        if (++sinceCleaning >= CARDS_BETWEEN_CLEANING) {
            clean();
        }
        return null;
    }

    private Void clean() throws SQLException {
        sinceCleaning = 0;
        long before = clock.millis() - kept.toMillis();
        try (Statement statement = database.createStatement()) {
            for (String sql : Schema.FORGET) {
                statement.execute(sql.replace("?", Long.toString(before)));
            }
        }
        return null;
    }

    private void write(Callable<Void> task) {
        try {
            writer.execute(() -> {
                try {
                    task.call();
                } catch (Exception failed) {
                    LOG.log(
                            System.Logger.Level.ERROR,
                            "feedback: a card was not stored: "
                                    + failed.getClass().getName());
                }
            });
        } catch (RejectedExecutionException full) {
            LOG.log(System.Logger.Level.WARNING, "feedback: the disk is too slow, a card was not stored");
        }
    }

    private <T> T await(Callable<T> task) {
        try {
            return writer.submit(task).get();
        } catch (ExecutionException | RejectedExecutionException failed) {
            throw new Refused(503, "feedback cannot be stored or read now");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(503, "the service is stopping");
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(5, TimeUnit.SECONDS);
            database.close();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (SQLException ignored) {
            // Nothing is left to be done with it.
        }
    }
}
