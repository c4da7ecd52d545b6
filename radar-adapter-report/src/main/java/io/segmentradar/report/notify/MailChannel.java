package io.segmentradar.report.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** SMTP e-mail with plain text and HTML, one message to all recipients of a subscription. */
final class MailChannel implements Channel {
    private static final String TIMEOUT_MILLIS = "15000";

    private final MailServer server;
    private final List<String> recipients;
    private final Map<String, String> environment;

    MailChannel(MailServer server, List<String> recipients, Map<String, String> environment) {
        this.server = server;
        this.recipients = List.copyOf(recipients);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return "email " + String.join(", ", recipients);
    }

    @Override
    public void send(Message message) {
        Session session = Session.getInstance(properties());
        String protocol = server.security() == MailServer.Security.TLS ? "smtps" : "smtp";
        try (Transport transport = session.getTransport(protocol)) {
            MimeMessage mail = mail(session, message);
            transport.connect(
                    server.host(),
                    server.port(),
                    server.user().orElse(null),
                    password().orElse(null));
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (AddressException | AuthenticationFailedException | SendFailedException e) {
            throw failed(e, false);
        } catch (MessagingException e) {
            throw failed(e, true);
        }
    }

    private DeliveryException failed(MessagingException cause, boolean worthRetrying) {
        return new DeliveryException(
                name() + " by " + server.host() + ":" + server.port() + ": " + cause.getMessage(),
                worthRetrying,
                cause);
    }

    private Optional<String> password() {
        return server.passwordVariable()
                .map(variable -> Optional.ofNullable(environment.get(variable))
                        .orElseThrow(() -> new DeliveryException(
                                "The environment variable " + variable + " for the mail password is not set",
                                false,
                                null)));
    }

    private Properties properties() {
        Properties properties = new Properties();
        for (String protocol : List.of("smtp", "smtps")) {
            String prefix = "mail." + protocol + ".";
            properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
            properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
            properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
            properties.setProperty(prefix + "auth", String.valueOf(server.user().isPresent()));
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        }
        boolean startTls = server.security() == MailServer.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        return properties;
    }

    private MimeMessage mail(Session session, Message message) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(server.from(), true));
        for (String recipient : recipients) {
            mail.addRecipient(RecipientType.TO, new InternetAddress(recipient, true));
        }
        mail.setSubject(message.subject(), "UTF-8");
        mail.setHeader("X-Segment-Radar-Key", message.key());
        mail.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(message.plain(), "UTF-8", "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html(), "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", plain, html));
        return mail;
    }
}
