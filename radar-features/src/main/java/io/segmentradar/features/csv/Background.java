package io.segmentradar.features.csv;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Runs a producer on its own thread and hands over what it makes through a bounded queue, so that two cores work and
 * neither runs ahead.
 */
final class Background<T> implements AutoCloseable {
    /** One message: an item, the end, or the failure that ended it. */
    private record Message<T>(T item, Throwable failure) {}

    private final BlockingQueue<Message<T>> queue;
    private final Thread thread;
    private volatile boolean cancelled;

    /**
     * @param capacity items that may wait
     * @param producer gives each item to the consumer it receives, on the background thread
     */
    Background(String name, int capacity, Consumer<Consumer<T>> producer) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = new Thread(() -> run(producer), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Consumer<Consumer<T>> producer) {
        Message<T> last;
        try {
            producer.accept(item -> put(new Message<>(item, null)));
            last = new Message<>(null, null);
        } catch (Throwable failure) {
            last = new Message<>(null, failure);
        }
        try {
            put(last);
        } catch (CancellationException cancelled) {
            // close() asked for it, and nobody waits for the message
        }
    }

    private void put(Message<T> message) {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
        try {
            queue.put(message);
        } catch (InterruptedException e) {
            throw new CancellationException("cancelled");
        }
    }

    /** The next item, or null at the end; what the producer threw is thrown here. */
    T next() {
        try {
            Message<T> message = queue.take();
            if (message.failure() instanceof RuntimeException failure) {
                throw failure;
            }
            if (message.failure() instanceof Error error) {
                throw error;
            }
            return message.item();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while reading the input");
        }
    }

    /** Stops the producer if it still runs and waits until it has let go of its file. */
    @Override
    public void close() {
        cancelled = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
