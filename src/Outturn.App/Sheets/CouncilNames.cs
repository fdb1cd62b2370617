using System.Text.RegularExpressions;

namespace Outturn.App.Sheets;

/// <summary>The council that the title of a sheet names, so that its paper bears that name and not the file's.</summary>
internal static partial class CouncilNames
{
    /// <summary>"Southdown District Council: KPIs 2023/24" names one; "Council tax", "Full Council" and "Our Council Plan" do not.</summary>
    public static string? In(IEnumerable<string> titles) =>
        titles.Select(title => Name().Match(title)).FirstOrDefault(match => match.Success)?.Groups["name"].Value;

    [GeneratedRegex(@"^\s*(?!(?:The|Our|Full|Your|Whole|All) Council\b)(?<name>(?:[A-Z][\w'’.-]* (?:(?:and|on|in|of|the|upon|under|&) ){0,2}){1,6}?(?:(?:Borough|County|District|City|Metropolitan|Town|Parish) Council\b|Council(?=\s*(?:$|[:,;|(–—-])))|(?:London|LONDON) (?:Borough|BOROUGH) (?:of|OF) [A-Z][\w'’-]*(?: (?:and|AND|&|[A-Z][\w'’-]*))*(?=\s*(?:$|[:,;|(–—-])))")]
    private static partial Regex Name();
}
