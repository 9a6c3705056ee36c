package org.mera.schedule;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.mera.audit.JdbcAuditLog;
import org.mera.batch.RunDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together who is told, as far as it is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotifySettings.class)
class NotifyConfiguration {

    @Bean
    Notifications notifications(
            NotifySettings settings,
            ObjectProvider<MailSender> mail,
            MessageSource words,
            RunAddresses addresses,
            JdbcAuditLog audit,
            PlatformTransactionManager transactions,
            RunDesk runs,
            Clock clock) {
        Notifications notifications = new Notifications(
                settings,
                messengers(settings, mail, words),
                addresses,
                audit,
                new TransactionTemplate(transactions),
                clock);
        runs.listen(notifications);
        return notifications;
    }

    private static List<Messenger> messengers(
            NotifySettings settings, ObjectProvider<MailSender> mail, MessageSource words) {
        List<Messenger> messengers = new ArrayList<>();
        if (settings.mail().isOn()) {
            MailSender sender = mail.getIfAvailable();
            if (sender == null) {
                throw new IllegalArgumentException(
                        "mera.notify.mail.to: nobody is there to send; name the mail server as spring.mail.host");
            }
            messengers.add(new MailMessenger(sender, settings.mail(), new NewsText(words, settings.locale())));
        }
        if (settings.webhook().isOn()) {
            messengers.add(new WebhookMessenger(settings.webhook()));
        }
        return messengers;
    }
}
