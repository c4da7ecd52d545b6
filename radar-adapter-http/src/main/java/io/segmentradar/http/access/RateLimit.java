package io.segmentradar.http.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;

/** So many requests a name and minute; a bucket that refills steadily. Thread-safe. */
final class RateLimit {
    private static final int MAX_NAMES = 100_000;
    private static final double MINUTE_MS = 60_000;

    private final int perMinute;
    private final InstantSource clock;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MAX_NAMES).build();

    RateLimit(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Takes one request of a name; false if there is none left now. */
    boolean take(String name) {
        return buckets.get(name, key -> new Bucket(perMinute, clock.millis())).take(clock.millis());
    }

    /** True if a name has a request left; takes none. */
    boolean hasLeft(String name) {
        return buckets.get(name, key -> new Bucket(perMinute, clock.millis())).left(clock.millis()) >= 1;
    }

    private final class Bucket {
        private double left;
        private long filledAt;

        Bucket(double left, long filledAt) {
            this.left = left;
            this.filledAt = filledAt;
        }

        synchronized double left(long now) {
            left = Math.min(perMinute, left + Math.max(0, now - filledAt) * perMinute / MINUTE_MS);
            filledAt = now;
            return left;
        }

        synchronized boolean take(long now) {
            if (left(now) < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
