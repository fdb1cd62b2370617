using Microsoft.EntityFrameworkCore;

namespace Outturn.App.Mail;

/// <summary>The tables of mail. They are no facts: what was sent is done with, and an address that has moved is gone.</summary>
internal static class MailMapping
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<OutboxMessage>().ToTable("outbox").HasKey(row => row.Id);
        model.Entity<MailSenderRow>(row => row.ToTable("mail_sender").HasKey(sender => sender.Id));
        model.Entity<MailSenderRow>().Property(row => row.Id).ValueGeneratedNever();
        model.Entity<MailSettingRow>(row => row.ToTable("mail_setting").HasKey(setting => setting.Id));
        model.Entity<MailSettingRow>().Property(row => row.Id).ValueGeneratedNever();
        model.Entity<PersonMail>().ToTable("person_mail").HasKey(row => row.Account);
        model.Entity<Subscriber>().ToTable("subscriber").HasKey(row => row.Id);
        model.Entity<CalendarAddress>().ToTable("calendar_address").HasKey(row => row.Account);
    }
}
