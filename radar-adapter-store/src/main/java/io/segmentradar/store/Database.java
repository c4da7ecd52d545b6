package io.segmentradar.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A pool of connections to a database whose schema is up to date. */
final class Database implements AutoCloseable {
    private static final int POOL = 4;
    private static final long CONNECT_MS = 15_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean postgres;

    private Database(HikariDataSource pool, boolean postgres) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.postgres = postgres;
    }

    static Database open(StoreSettings settings) {
        settings.directory().ifPresent(Database::create);
        // The embedded database talks to other processes of this machine only.
        if (System.getProperty("h2.bindAddress") == null) {
            System.setProperty("h2.bindAddress", "127.0.0.1");
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT_MS);
        config.setPoolName("radar-store");
        HikariDataSource pool = pool(config, settings);
        try {
            Schema.bringUpToDate(pool);
            return new Database(pool, settings.isPostgres());
        } catch (FlywayException e) {
            pool.close();
            throw cannotOpen(settings, e);
        } catch (StoreException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(HikariConfig config, StoreSettings settings) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw cannotOpen(settings, e);
        }
    }

    private static StoreException cannotOpen(StoreSettings settings, Exception e) {
        return new StoreException(
                "The store at " + settings.shown() + " cannot be opened: " + rootMessage(e)
                        + ". Check that it exists, that the user may create tables there, and that no other program"
                        + " holds it",
                e);
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreException("The data directory " + directory + " cannot be made: " + e.getMessage(), e);
        }
    }

    boolean isPostgres() {
        return postgres;
    }

    <T> T read(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException e) {
            forgetConnections();
            throw new StoreException("The store could not be read: " + rootMessage(e), e);
        }
    }

    /** One transaction: all of it or nothing. */
    <T> T write(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.inTransaction(work::withHandle);
        } catch (JdbiException e) {
            forgetConnections();
            throw new StoreException(
                    "Nothing was stored and what was there is whole, because the store failed: " + rootMessage(e), e);
        }
    }

    /** What failed may fail for good: an embedded database that gave up opens again only when nobody holds it. */
    private void forgetConnections() {
        if (pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    void writeOnly(HandleConsumer<RuntimeException> work) {
        write(handle -> {
            work.useHandle(handle);
            return null;
        });
    }

    /** Waits until no other transaction holds the lock; freed at the end of the transaction. */
    static void lock(Handle handle, Lock lock) {
        handle.createQuery("SELECT id FROM store_lock WHERE id = :id FOR UPDATE")
                .bind("id", lock.id)
                .mapTo(Integer.class)
                .one();
    }

    /** What only one writer does at a time. */
    enum Lock {
        RUNS(1),
        AUDIT(2),
        CASES(3);

        private final int id;

        Lock(int id) {
            this.id = id;
        }
    }

    /** Adds columns that a spec needs and the table lacks. */
    void ensureColumns(String table, List<String> columns, String type) {
        writeOnly(handle -> columns.forEach(column ->
                handle.execute("ALTER TABLE " + table + " ADD COLUMN IF NOT EXISTS " + quoted(column) + " " + type)));
    }

    /** A name from a spec as an identifier. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElseThrow();
    }

    @Override
    public void close() {
        pool.close();
    }
}
