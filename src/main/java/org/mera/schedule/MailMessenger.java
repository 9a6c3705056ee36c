package org.mera.schedule;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/** Tells news by e-mail. */
final class MailMessenger implements Messenger {

    private final MailSender sender;
    private final NotifySettings.Mail settings;
    private final NewsText text;

    MailMessenger(MailSender sender, NotifySettings.Mail settings, NewsText text) {
        this.sender = sender;
        this.settings = settings;
        this.text = text;
    }

    @Override
    public String name() {
        return "e-mail";
    }

    @Override
    public void tell(News news) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(settings.from());
        mail.setTo(settings.to().toArray(String[]::new));
        mail.setSubject(text.subject(news));
        mail.setText(text.body(news));
        try {
            sender.send(mail);
        } catch (MailAuthenticationException | MailParseException e) {
            throw new UntoldException(String.valueOf(e.getMessage()), false, e);
        } catch (MailException e) {
            throw new UntoldException(String.valueOf(e.getMessage()), true, e);
        }
    }
}
