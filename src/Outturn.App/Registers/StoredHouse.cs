using Microsoft.EntityFrameworkCore;
using Outturn.App.Import;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Papers;
using Outturn.Core.People;

namespace Outturn.App.Registers;

/// <summary>Makes the house's form of a store's facts.</summary>
internal static class StoredHouse
{
    public static async Task<House> ReadAsync(CouncilDb db, long upTo, Dictionary<string, Post> posts, CancellationToken cancel)
    {
        var house = (await db.KnownAsync<HouseFact>(upTo, cancel)).SingleOrDefault();
        return new House
        {
            Styles = [.. (await db.KnownAsync<HouseStyleFact>(upTo, cancel)).OrderBy(fact => fact.Style).Select(fact => new StyleChoice(fact.Style, fact.Name))],
            Logo = house is { LogoDigest: { } digest } && await db.Files.Where(file => file.Digest == digest).Select(file => file.Content).SingleOrDefaultAsync(cancel) is { } bytes
                ? PictureFile.Read(bytes, house.Logo!, house.LogoText, out _) : null,
            FileNames = house?.FileNames,
            Contact = house?.Contact,
            Signatures = [.. (await db.KnownAsync<SignatureFact>(upTo, cancel)).OrderBy(fact => fact.Place).Select(fact => new SignatureLine(fact.Label, posts[fact.Post], fact.Owner, fact.Place))],
            Blocks = [.. (await db.KnownAsync<TextBlockFact>(upTo, cancel)).OrderBy(fact => fact.Place).Select(fact => new TextBlock(fact.Block, fact.Heading, fact.Obligatory, fact.Owner, fact.Wording, fact.Place))],
        };
    }
}
