package io.segmentradar.report.notify;

import java.util.List;
import java.util.Optional;

/** Everything a subscription file says. */
public record Subscriptions(Optional<MailServer> mail, List<Subscription> list) {
    public Subscriptions {
        list = List.copyOf(list);
    }
}
