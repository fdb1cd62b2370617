using Outturn.Core.People;

namespace Outturn.Tests.StaffPages;

public sealed class RegisterSearchTests
{
    /// <summary>Staff and public find the same by the same words.</summary>
    [Fact]
    public async Task The_register_is_searched_by_the_beginnings_of_words_and_with_any_apostrophe()
    {
        await using var app = await StaffApp.StartAsync();
        using var analyst = await app.SignInAsync(Role.Analyst);
        async Task<bool> FindsAsync(string typed, string reference) => (await analyst.GetAsync($"/indicators?q={Uri.EscapeDataString(typed)}")).Text.Contains($"href=\"/indicators/{reference}\"", StringComparison.Ordinal);
        Assert.True(await FindsAsync("answered", "CS04a"));
        Assert.False(await FindsAsync("nswered", "CS04a"));
        Assert.True(await FindsAsync("CS 04a", "CS04a"));
        Assert.True(await FindsAsync("“calls”", "CS04a"));
    }
}
