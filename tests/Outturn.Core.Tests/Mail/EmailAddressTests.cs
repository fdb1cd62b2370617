using Outturn.Core.Mail;

namespace Outturn.Core.Tests.Mail;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("a.shah@wealdshire.example")]
    [InlineData("O'Brien+kpi@sub.council.example")]
    public void An_address_alone_is_taken(string text) => Assert.Null(EmailAddress.Refusal(text));

    [Theory]
    [InlineData("")]
    [InlineData("a.shah")]
    [InlineData("a@b")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("A Shah <a@b.example>")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("a b@c.example")]
    [InlineData(".a@b.example")]
    [InlineData("a@-b.example")]
    [InlineData("a@b..example")]
    [InlineData("a@@b.example")]
    public void What_is_none_or_more_than_one_is_refused(string text) => Assert.NotNull(EmailAddress.Refusal(text));
}
