using Microsoft.AspNetCore.Razor.TagHelpers;
using Outturn.Core.Review;

namespace Outturn.Web.Parts;

/// <summary>How far a proposal, or a service's, has come, as a word; challenged stands out by weight too.</summary>
[HtmlTargetElement("review-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ReviewStateTagHelper : TagHelper
{
    public required ReviewState Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Of switch
        {
            ReviewState.Proposed => "o-state o-state--submitted",
            ReviewState.Challenged => "o-state o-state--returned",
            ReviewState.Agreed => "o-state o-state--approved",
            _ => "o-state",
        });
        output.Content.SetContent(Of.Text());
    }
}
