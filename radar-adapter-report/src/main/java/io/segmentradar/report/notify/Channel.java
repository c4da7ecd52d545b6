package io.segmentradar.report.notify;

/** A way to reach a reader. */
interface Channel {
    /** Such as {@code email kim@bank.example}; stable, because the sent log is kept by it. */
    String name();

    /**
     * @throws DeliveryException if the message was not accepted
     */
    void send(Message message);
}
