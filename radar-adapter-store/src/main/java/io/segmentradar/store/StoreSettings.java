package io.segmentradar.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where runs are kept.
 *
 * @param url JDBC URL of H2 or PostgreSQL
 * @param directory of an embedded database, created when needed
 * @param user empty if the URL says it or the database needs none
 */
public record StoreSettings(String url, Optional<Path> directory, Optional<String> user, Optional<String> password) {
    public StoreSettings {
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new StoreException("A store is H2 or PostgreSQL: expected a URL such as"
                    + " jdbc:postgresql://host/database, got '" + url + "'");
        }
    }

    /**
     * A file database under a directory. The first process that opens it lets others on this machine in, so that a run
     * can be stored while a server is up.
     */
    public static StoreSettings embedded(Path directory) {
        String file = directory.toAbsolutePath().normalize().resolve("radar").toString();
        if (file.contains(";")) {
            throw new StoreException("The data directory must not have a semicolon in its name: " + file);
        }
        return new StoreSettings(
                "jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                        + ";LOCK_TIMEOUT=60000;WRITE_DELAY=0;CACHE_SIZE=16384",
                Optional.of(directory),
                Optional.of("radar"),
                Optional.of(""));
    }

    /** A server; user and password come with the URL or from the environment variables that PostgreSQL tools know. */
    public static StoreSettings jdbc(String url) {
        return new StoreSettings(
                url,
                Optional.empty(),
                Optional.ofNullable(System.getenv("PGUSER")),
                Optional.ofNullable(System.getenv("PGPASSWORD")));
    }

    /** Where it is, in words for people, without what may hold a password. */
    public String shown() {
        return directory.map(Path::toString).orElseGet(() -> url.replaceAll("[?;].*", ""));
    }

    boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }
}
