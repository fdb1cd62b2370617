using Outturn.Core.People;
using Outturn.Web;
using Outturn.Web.Access;

namespace Outturn.Tests.People;

/// <summary>How claims are read that list something: providers write lists, and texts with commas or blanks.</summary>
public sealed class SignOnClaimsTests
{
    private static readonly SignOnOptions Options = new(
        new Uri("https://login.example"), "outturn", null, Roles: new Dictionary<string, string> { ["administrator"] = "GRP Outturn, admins", ["contributor"] = "services", ["approver"] = "services" });

    [Theory]
    [InlineData("reader", "reader")]
    [InlineData("analyst,clerk", "analyst clerk")]
    [InlineData("Analyst ; something else; CLERK", "analyst clerk")]
    [InlineData("analyst clerk", "analyst clerk")]
    [InlineData("cabinet member", "cabinet-member")]
    [InlineData("cabinet member reader", "cabinet-member reader")]
    [InlineData("cabinet-member member", "cabinet-member member")]
    [InlineData("GRP Outturn, admins", "administrator")]
    [InlineData("administrator", "")]
    [InlineData("services", "contributor approver")]
    [InlineData("", "")]
    [InlineData(" , ;", "")]
    public void A_role_is_what_the_whole_text_names_or_a_part_of_it_and_never_half_of_a_name(string text, string roles) => Assert.Equal(roles, Read(text));

    [Fact]
    public void A_value_of_a_list_is_one_name() => Assert.Equal("cabinet-member", Read("cabinet member", "analyst clerk"));

    [Fact]
    public void Roles_that_nobody_knows_are_said_before_anybody_is_served() =>
        Assert.Equal("There is no role \"boss\".", (Options with { Roles = new Dictionary<string, string> { ["boss"] = "x" } }).Refusal());

    private static string Read(params string[] values) => string.Join(' ', SignOnClaims.Named(values, Options.RolesOf).Select(role => role.Name().Replace(' ', '-')));
}
