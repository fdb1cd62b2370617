using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Outturn.Web.Parts;

/// <summary>One of a few values, all in sight: each with what choosing it means.</summary>
[HtmlTargetElement("radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper : TagHelper
{
    public required string Name { get; set; }

    public required string Legend { get; set; }

    public string? Value { get; set; }

    /// <summary>Value, text and hint of each.</summary>
    public required IEnumerable<(string Value, string Text, string? Hint)> Options { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (id, error) = (FormErrors.Id(Name), (View.ViewData.Model as StaffPage)?.Errors[Name]);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-form-group{(error is null ? "" : " govuk-form-group--error")}");
        output.Content.AppendHtml($"""<fieldset class="govuk-fieldset"{(error is null ? "" : $" aria-describedby=\"{id}-error\"")}><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{Encode(Legend)}</legend>""");
        if (error is not null)
        {
            output.Content.AppendHtml($"""<p class="govuk-error-message" id="{id}-error"><span class="govuk-visually-hidden">Error:</span> {Encode(error)}</p>""");
        }

        output.Content.AppendHtml("""<div class="govuk-radios govuk-radios--small">""");
        var count = 0;
        foreach (var (value, text, hint) in Options)
        {
            // An error's link leads to the first of them.
            var own = count++ == 0 ? id : $"{id}-{FormErrors.Id(value)}";
            output.Content.AppendHtml($"""
                <div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id="{own}" name="{Encode(Name)}" value="{Encode(value)}"{(value == Value ? " checked" : "")}{(hint is null ? "" : $" aria-describedby=\"{own}-hint\"")}><label class="govuk-label govuk-radios__label" for="{own}">{Encode(text)}</label>{(hint is null ? "" : $"<div class=\"govuk-hint govuk-radios__hint\" id=\"{own}-hint\">{Encode(hint)}</div>")}</div>
                """);
        }

        output.Content.AppendHtml("</div></fieldset>");
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
