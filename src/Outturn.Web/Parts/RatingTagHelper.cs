using Microsoft.AspNetCore.Razor.TagHelpers;
using Outturn.Core.Collection;
using Outturn.Core.Ratings;
using Outturn.Reports;

namespace Outturn.Web.Parts;

/// <summary>A rating as a word and a shape on its colour; the shape is not read out.</summary>
[HtmlTargetElement("rating", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RatingTagHelper : TagHelper
{
    public required Rating Of { get; set; }

    /// <summary>Words that take the place of the rating's own.</summary>
    public string? Words { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"o-rating o-rating--{Of.Colour?.ToString().ToLowerInvariant() ?? "unrated"}");
        output.Content.SetHtmlContent($"<span aria-hidden=\"true\">{Of.Shape()}</span> ").Append(Words ?? (Of.WhyNot is { } reason ? reason.Text() : Of.ToString()));
    }
}

/// <summary>How far a figure has come, as a word; late and returned stand out by weight too.</summary>
[HtmlTargetElement("state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTagHelper : TagHelper
{
    public required CollectionState Of { get; set; }

    /// <summary>Days since it was due; 0 for in time.</summary>
    public int Late { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isLate = Late > 0 && Of is CollectionState.Awaited or CollectionState.Returned;
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"o-state o-state--{(isLate && Of == CollectionState.Awaited ? "late" : Of.ToString().ToLowerInvariant())}");
        output.Content.SetContent(isLate && Late > 0 ? $"{Of}, {Late} day{(Late == 1 ? "" : "s")} late" : Of.ToString());
    }
}
