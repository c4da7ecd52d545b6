package io.segmentradar.features.csv;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs a producer on its own thread and hands over what it makes through a bounded queue, so that two cores work and
 * neither runs ahead.
 */
final class Background<T> implements AutoCloseable {
    /** An item, or the end where there is none. */
    private record Message<T>(T item) {}

    private final BlockingQueue<Message<T>> queue;
    private final Thread thread;
    /** Made beforehand: a producer that ran out of memory has none left to say so. */
    private final Message<T> end = new Message<>(null);

    private volatile Throwable failure;
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
        try {
            producer.accept(item -> put(new Message<>(item)));
        } catch (Throwable thrown) {
            failure = thrown;
        }
        try {
            put(end);
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
            T item = take().item();
            if (item == null && failure instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (item == null && failure instanceof Error thrown) {
                throw thrown;
            }
            return item;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while reading the input");
        }
    }

    /** A producer that could not even leave the last message is known by its thread's end. */
    private Message<T> take() throws InterruptedException {
        Message<T> message = null;
        while (message == null) {
            boolean ended = !thread.isAlive();
            message = queue.poll(1, TimeUnit.SECONDS);
            if (message == null && ended) {
                message = end;
            }
        }
        return message;
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
