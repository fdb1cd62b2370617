using Microsoft.AspNetCore.Razor.TagHelpers;
using Outturn.Core.Ratings;
using Outturn.Reports;

namespace Outturn.Public.Parts;

/// <summary>A rating as it was printed, as a word and a shape on its colour; the shape is not read out.</summary>
[HtmlTargetElement("rating", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RatingTagHelper : TagHelper
{
    /// <summary>Green, Amber, Red, or anything else for what is not rated.</summary>
    public string? Of { get; set; }

    /// <summary>Why it is not rated.</summary>
    public string? Reason { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var rating = Enum.TryParse<RagRating>(Of, out var rag) ? Rating.Of(rag) : Rating.Not(Core.Ratings.Reason.NoTarget);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"p-rating p-rating--{rating.Colour?.ToString().ToLowerInvariant() ?? "unrated"}");
        output.Content.SetHtmlContent($"<span aria-hidden=\"true\">{rating.Shape()}</span> ").Append(rating.Colour is null && Reason is { Length: > 0 } why ? $"Not rated: {char.ToLowerInvariant(why[0])}{why[1..]}" : Of ?? "Not rated");
    }
}
