using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Outturn.App.People;

/// <summary>The tables of accounts. They are no facts: a password that was changed is gone.</summary>
internal static class AccountMapping
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("account").HasKey(row => row.Id);
            account.Property(row => row.UserName).IsRequired();
            account.Property(row => row.NormalizedUserName).IsRequired();
            account.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
            account.Ignore(row => row.Email).Ignore(row => row.NormalizedEmail).Ignore(row => row.EmailConfirmed)
                .Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed)
                .Ignore(row => row.LockoutEnd).Ignore(row => row.LockoutEnabled).Ignore(row => row.AccessFailedCount);
        });
        model.Entity<IdentityUserLogin<string>>(login =>
        {
            login.ToTable("account_login").HasKey(row => new { row.LoginProvider, row.ProviderKey });
            login.Ignore(row => row.ProviderDisplayName);
            login.Property(row => row.UserId).IsRequired();
            login.HasOne<Account>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<IdentityUserToken<string>>(token =>
        {
            token.ToTable("account_token").HasKey(row => new { row.UserId, row.LoginProvider, row.Name });
            token.HasOne<Account>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<Session>().ToTable("session").HasKey(row => row.Digest);
        model.Entity<Invitation>().ToTable("invitation").HasKey(row => row.Digest);
        model.Entity<Draft>().ToTable("draft").HasKey(row => new { row.Account, row.Form });
    }
}
