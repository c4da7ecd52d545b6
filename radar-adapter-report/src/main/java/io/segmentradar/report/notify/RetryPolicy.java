package io.segmentradar.report.notify;

import java.time.Duration;

/**
 * How often a message is tried, and how long the pause before the next try is: the first pause, then twice as long each
 * time.
 *
 * @param attempts at least 1
 */
public record RetryPolicy(int attempts, Duration firstPause) {
    public static final RetryPolicy DEFAULT = new RetryPolicy(4, Duration.ofSeconds(2));

    public RetryPolicy {
        if (attempts < 1 || firstPause.isNegative()) {
            throw new IllegalArgumentException("Not a retry policy: " + attempts + " attempts, " + firstPause);
        }
    }

    /** Sends; gives up with the last failure, or at once where trying again cannot help. */
    void send(Channel channel, Message message) {
        Duration pause = firstPause;
        for (int attempt = 1; ; attempt++) {
            try {
                channel.send(message);
                return;
            } catch (DeliveryException e) {
                if (!e.isWorthRetrying() || attempt == attempts) {
                    throw e;
                }
                sleep(pause, e);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static void sleep(Duration pause, DeliveryException last) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            last.addSuppressed(interrupted);
            throw last;
        }
    }
}
