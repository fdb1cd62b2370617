using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Outturn.Web.Parts;

/// <summary>Where a report stands, as a word; what is public stands out by weight too.</summary>
[HtmlTargetElement("edition-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EditionStateTagHelper : TagHelper
{
    public required string Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Text switch
        {
            "In review" => "o-state o-state--submitted",
            "Withdrawn" => "o-state o-state--returned",
            "Issued" or "Corrected" => "o-state o-state--locked",
            "Signed off" or "Scheduled" => "o-state o-state--approved",
            _ => "o-state",
        });
        output.Content.SetContent(Text);
    }
}
